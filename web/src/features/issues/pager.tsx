import { Button } from '@mantine/core'
import { Link, useLocation } from '@tanstack/react-router'
import classes from './issue-list.module.css'
import type { ListState } from './list-state.ts'

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** The cursors of the pages before, the first page's being undefined. A shared link has none. */
    earlierPages?: (string | undefined)[]
  }
}

/** A cursor leads onwards only, so each page remembers the way that led to it. */
export function Pager({ state, nextCursor }: { state: ListState; nextCursor: string | null }) {
  const earlier = useLocation({ select: (location) => location.state.earlierPages }) ?? []
  const { cursor } = state
  if (cursor === undefined && nextCursor === null) return null
  const page = (name: string, to: string | undefined, earlierPages: (string | undefined)[]) => (
    <Button
      size="xs"
      variant="default"
      renderRoot={(props) => (
        <Link to="/issues" search={{ ...state, cursor: to }} state={{ earlierPages }} {...props} />
      )}
    >
      {name}
    </Button>
  )
  return (
    <nav className={classes.pager} aria-label="Pages">
      {cursor !== undefined && page('First page', undefined, [])}
      {earlier.length > 0 && page('Previous page', earlier.at(-1), earlier.slice(0, -1))}
      {nextCursor !== null && page('Next page', nextCursor, [...earlier, cursor])}
    </nav>
  )
}
