import { Button } from '@mantine/core'
import { useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** The cursors of the pages before, the first page's being undefined. A shared link has none. */
    earlierPages?: (string | undefined)[]
  }
}

interface Page {
  cursor: string | undefined
  state: { earlierPages: (string | undefined)[] }
}

interface CursorPagesProps {
  cursor: string | undefined
  nextCursor: string | null
  names: { first: string; previous: string; next: string }
  /** A link to the page; it takes what makes it look like a button. */
  linkTo: (page: Page, look: object) => ReactNode
  className: string | undefined
}

/** A cursor leads onwards only, so each page remembers the way that led to it. */
export function CursorPages({ cursor, nextCursor, names, linkTo, className }: CursorPagesProps) {
  const earlier = useLocation({ select: (location) => location.state.earlierPages }) ?? []
  if (cursor === undefined && nextCursor === null) return null
  const page = (name: string, to: string | undefined, earlierPages: (string | undefined)[]) => (
    <Button
      size="xs"
      variant="default"
      renderRoot={(look) => linkTo({ cursor: to, state: { earlierPages } }, look)}
    >
      {name}
    </Button>
  )
  return (
    <nav className={className} aria-label="Pages">
      {cursor !== undefined && page(names.first, undefined, [])}
      {earlier.length > 0 && page(names.previous, earlier.at(-1), earlier.slice(0, -1))}
      {nextCursor !== null && page(names.next, nextCursor, [...earlier, cursor])}
    </nav>
  )
}
