import { TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState, type ReactNode } from 'react'
import { ApiError, type IssueSummary } from '../../../lib/api.ts'
import { formatQuantity } from '../../../lib/formats.ts'
import { useIssueSearch } from '../../../lib/grouping-queries.ts'
import { ActionError } from '../../../ui/action-error.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import classes from './merge.module.css'

const pauseMs = 250

interface IssuePickerProps {
  project: string
  /** Not offered: what the others are sought for. */
  exceptId: string
  /** How one that was found is taken. */
  rowOf: (issue: IssueSummary) => ReactNode
}

/** Finds other issues of a project by id, by short id or by words. */
export function IssuePicker({ project, exceptId, rowOf }: IssuePickerProps) {
  const [text, setText] = useState('')
  const [sought] = useDebouncedValue(text.trim(), pauseMs)
  const { data, error, refetch } = useIssueSearch(project, sought)
  const wrong = error instanceof ApiError ? error.fields['query'] : undefined
  const found = data?.filter(({ id }) => id !== exceptId)
  return (
    <div className={classes.picker}>
      <TextInput
        size="xs"
        type="search"
        label="Find an issue"
        placeholder="Id, short id or words"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        error={wrong}
        spellCheck={false}
        autoComplete="off"
      />
      {wrong === undefined && (
        <ActionError what="Not searched." error={error} onRetry={() => void refetch()} />
      )}
      {error === null && found === undefined && <Skeleton name="the issues" heights={[44, 44, 44]} />}
      <p className={classes.count} role="status">
        {found !== undefined && sayFound(found.length, sought)}
      </p>
      {found !== undefined && found.length > 0 && <ul className={classes.found}>{found.map(rowOf)}</ul>}
    </div>
  )
}

function sayFound(count: number, sought: string): string {
  if (count > 0) return sought === '' ? 'The latest issues of the project' : formatQuantity(count, 'issue')
  return sought === '' ? 'The project has no other issue.' : `No other issue matches “${sought}”.`
}
