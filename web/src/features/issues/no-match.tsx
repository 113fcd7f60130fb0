import { Link } from '@tanstack/react-router'
import { EmptyState } from '../../ui/empty-state.tsx'
import type { ListState } from './list-state.ts'
import { readQuery } from './read-query.ts'

/** Nothing was found: what was sought and where, and wider searches. */
export function NoMatch({ query, state }: { query: string; state: ListState }) {
  const { eventId, hasWords, everywhere } = readQuery(query)
  const { cursor: _cursor, ...firstPage } = state
  return (
    <EmptyState title="No issue matches">
      <p>
        Nothing was found for <code>{query === '' ? 'all issues' : query}</code>
        {state.project !== undefined && <> in {state.project}</>}.
      </p>
      {eventId !== undefined && (
        <p>
          {eventId === query
            ? 'No event that is listed has this id; old ones are removed in time.'
            : 'No event that is listed has this id, or its issue does not match the rest of the search.'}
        </p>
      )}
      {eventId === undefined && hasWords && (
        <p>
          Words were sought in titles, messages, frames, breadcrumbs and tags. What just came is found a
          little later.
        </p>
      )}
      {everywhere !== query && everywhere !== '' && (
        <Link to="/issues" search={{ ...firstPage, query: everywhere }}>
          Search in issues of any status
        </Link>
      )}
      <Link to="/issues" search={{ query: '' }}>
        Clear all filters
      </Link>
    </EmptyState>
  )
}
