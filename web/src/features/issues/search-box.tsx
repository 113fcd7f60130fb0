import { CloseButton, Kbd, TextInput } from '@mantine/core'
import { useRef, useState, type FormEvent } from 'react'
import { useSign } from '../../ui/use-key.ts'

interface SearchBoxProps {
  query: string
  /** Where the text is wrong, as the server says. */
  error: string | undefined
  onSearch: (query: string) => void
}

export function SearchBox({ query, error, onSearch }: SearchBoxProps) {
  const [text, setText] = useState(query)
  const input = useRef<HTMLInputElement>(null)
  useSign('/', () => input.current?.focus())
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    onSearch(text.trim())
  }
  const clear = (): void => {
    setText('')
    onSearch('')
  }
  return (
    <form role="search" onSubmit={submit}>
      <TextInput
        ref={input}
        size="xs"
        aria-label="Search issues"
        placeholder="Words, is:unresolved, level:error or an event id"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur()
        }}
        error={error}
        spellCheck={false}
        rightSection={
          text === '' ? (
            <Kbd aria-hidden>/</Kbd>
          ) : (
            <CloseButton size={24} aria-label="Clear the search" onClick={clear} />
          )
        }
      />
    </form>
  )
}
