import { Link } from '@tanstack/react-router'
import { useIssueCounts } from '../../lib/queries.ts'
import classes from './issue-list.module.css'
import { defaultQuery, tabs, type ListState } from './list-state.ts'

/** Saved searches with their counts, which stop at 99+. */
export function Tabs({ state }: { state: ListState }) {
  const { data: counts } = useIssueCounts(state.project)
  const { query = defaultQuery, cursor: _cursor, ...rest } = state
  return (
    <nav className={classes.tabs} aria-label="Kinds of issues">
      {tabs.map((tab) => (
        <Link
          key={tab.name}
          to="/issues"
          search={{ ...rest, query: tab.query }}
          aria-current={tab.query === query.trim() ? 'page' : undefined}
          className={classes.tab}
        >
          {tab.name}
          {tab.count !== undefined && counts !== undefined && <span> {counts[tab.count] ?? '99+'}</span>}
        </Link>
      ))}
    </nav>
  )
}
