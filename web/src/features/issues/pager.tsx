import { Link } from '@tanstack/react-router'
import classes from './issue-list.module.css'
import type { ListState } from './list-state.ts'

export function Pager({ state, nextCursor }: { state: ListState; nextCursor: string | null }) {
  const { cursor, ...firstPage } = state
  if (cursor === undefined && nextCursor === null) return null
  return (
    <nav className={classes.pager} aria-label="Pages">
      {cursor !== undefined && (
        <Link to="/issues" search={firstPage}>
          First page
        </Link>
      )}
      {nextCursor !== null && (
        <Link to="/issues" search={{ ...state, cursor: nextCursor }}>
          Next page
        </Link>
      )}
    </nav>
  )
}
