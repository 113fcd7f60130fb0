import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import classes from './issue-list.module.css'
import type { ListState } from './list-state.ts'

export function Pager({ state, nextCursor }: { state: ListState; nextCursor: string | null }) {
  const { cursor, ...firstPage } = state
  if (cursor === undefined && nextCursor === null) return null
  return (
    <nav className={classes.pager} aria-label="Pages">
      {cursor !== undefined && <Page search={firstPage} name="First page" />}
      {nextCursor !== null && <Page search={{ ...state, cursor: nextCursor }} name="Next page" />}
    </nav>
  )
}

function Page({ search, name }: { search: ListState; name: string }) {
  return (
    <Button
      size="xs"
      variant="default"
      renderRoot={(props) => <Link to="/issues" search={search} {...props} />}
    >
      {name}
    </Button>
  )
}
