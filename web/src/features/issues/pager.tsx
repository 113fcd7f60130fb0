import { Link } from '@tanstack/react-router'
import { CursorPages } from '../../ui/cursor-pages.tsx'
import classes from './issue-list.module.css'
import type { ListState } from './list-state.ts'

const names = { first: 'First page', previous: 'Previous page', next: 'Next page' }

export function Pager({ state, nextCursor }: { state: ListState; nextCursor: string | null }) {
  return (
    <CursorPages
      className={classes.pager}
      cursor={state.cursor}
      nextCursor={nextCursor}
      names={names}
      linkTo={(page, look) => (
        <Link to="/issues" search={{ ...state, cursor: page.cursor }} state={page.state} {...look} />
      )}
    />
  )
}
