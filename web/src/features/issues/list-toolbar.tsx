import { TextInput } from '@mantine/core'
import { useRef, useState, type FormEvent } from 'react'
import { useHotkeys } from 'react-hotkeys-hook'
import type { Project } from '../../lib/api.ts'
import classes from './issue-list.module.css'
import { defaultQuery, isSort, sorts, type ListState } from './list-state.ts'

interface ToolbarProps {
  state: ListState
  projects: Project[]
  /** Where the search text is wrong, as the server says. */
  error: string | undefined
  onChange(next: ListState): void
}

export function ListToolbar({ state, projects, error, onChange }: ToolbarProps) {
  const { cursor: _cursor, ...firstPage } = state
  const [text, setText] = useState(state.query ?? defaultQuery)
  const input = useRef<HTMLInputElement>(null)
  useHotkeys('/', () => input.current?.focus(), { preventDefault: true, useKey: true })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    onChange({ ...firstPage, query: text })
  }
  return (
    <div className={classes.toolbar}>
      <select
        aria-label="Project"
        value={state.project ?? ''}
        onChange={({ currentTarget: { value } }) => {
          const { project: _project, ...rest } = firstPage
          onChange(value === '' ? rest : { ...rest, project: value })
        }}
      >
        <option value="">All projects</option>
        {projects.map(({ id, slug, name }) => (
          <option key={id} value={slug}>
            {name}
          </option>
        ))}
      </select>
      <form role="search" onSubmit={submit}>
        <TextInput
          ref={input}
          aria-label="Search issues"
          placeholder="is:unresolved level:error words in the title"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          error={error}
          spellCheck={false}
        />
      </form>
      <select
        aria-label="Sort by"
        value={state.sort ?? 'lastSeen'}
        onChange={({ currentTarget: { value } }) => {
          if (isSort(value)) onChange({ ...firstPage, sort: value })
        }}
      >
        {Object.entries(sorts).map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </div>
  )
}
