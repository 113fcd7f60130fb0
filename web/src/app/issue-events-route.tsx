import { useParams, useSearch } from '@tanstack/react-router'
import { EventListPage } from '../features/issues/events/event-list-page.tsx'

export function IssueEventsRoute() {
  const { issueId = '' } = useParams({ strict: false })
  const { cursor } = useSearch({ strict: false })
  return <EventListPage key={issueId} issueId={issueId} cursor={cursor} />
}
