import { Link } from '@tanstack/react-router'
import { isNotFound } from '../../../lib/api.ts'
import { useEvents } from '../../../lib/event-queries.ts'
import { CursorPages } from '../../../ui/cursor-pages.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Failure } from '../../../ui/failure.tsx'
import { usePageTitle } from '../../../ui/page-title.ts'
import { Skeleton } from '../../../ui/skeleton.tsx'
import classes from './event-list.module.css'
import { EventRow } from './event-row.tsx'

const pageNames = { first: 'Newest', previous: 'Newer', next: 'Older' }

interface EventListPageProps {
  issueId: string
  cursor: string | undefined
}

/** Every event of an issue that is still there, newest first. */
export function EventListPage({ issueId, cursor }: EventListPageProps) {
  usePageTitle(`Events of ${issueId}`)
  const { data, error, isPlaceholderData, refetch } = useEvents(issueId, cursor)
  if (isNotFound(error)) {
    return (
      <EmptyState title={`There is no issue "${issueId}"`} isWholePage>
        <Link to="/issues">Show all issues</Link>
      </EmptyState>
    )
  }
  return (
    <div className={classes.page}>
      <nav aria-label="Breadcrumb">
        <Link to="/issues">Issues</Link> /{' '}
        <Link to="/issues/$issueId" params={{ issueId }} state>
          {issueId}
        </Link>{' '}
        / Events
      </nav>
      <h1>Events of {issueId}</h1>
      {error !== null && <Failure error={error} onRetry={() => void refetch()} />}
      {error === null && data === undefined && <Skeleton name="the events" heights={[54, 54, 54, 54]} />}
      {error === null && data?.items.length === 0 && <EmptyState title="There are no more events" />}
      {error === null && data !== undefined && data.items.length > 0 && (
        <ul className={classes.rows} aria-label="Events, newest first" data-stale={isPlaceholderData}>
          {data.items.map((summary) => (
            <EventRow key={summary.eventId} issueId={issueId} summary={summary} />
          ))}
        </ul>
      )}
      {error === null && data !== undefined && (
        <CursorPages
          className={classes.pages}
          cursor={cursor}
          nextCursor={data.nextCursor}
          names={pageNames}
          linkTo={(page, look) => (
            <Link
              to="/issues/$issueId/events"
              params={{ issueId }}
              search={{ cursor: page.cursor }}
              state={page.state}
              {...look}
            />
          )}
        />
      )}
    </div>
  )
}
