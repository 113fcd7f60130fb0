import { useParams } from '@tanstack/react-router'
import { IssuePage } from '../features/issues/page/issue-page.tsx'

export function IssueRoute() {
  const { issueId = '', eventId = 'latest' } = useParams({ strict: false })
  return <IssuePage key={issueId} issueId={issueId} eventId={eventId} />
}
