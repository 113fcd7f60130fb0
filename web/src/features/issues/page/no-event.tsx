import { Link } from '@tanstack/react-router'
import { EmptyState } from '../../../ui/empty-state.tsx'

interface NoEventProps {
  /** As it stands in the URL. */
  issueId: string
  /** As it stands in the URL; `latest` if nothing does. */
  eventId: string
  projectSlug: string
}

/** Instead of an event that is not there: the way to one that is, if the issue has any left. */
export function NoEvent({ issueId, eventId, projectSlug }: NoEventProps) {
  if (eventId === 'latest')
    return (
      <EmptyState title="No event of this issue is left">
        <p>All are older than the project keeps events. They still count in every number and chart.</p>
        <Link to="/projects/$slug/settings" params={{ slug: projectSlug }} hash="storage">
          How long events are kept
        </Link>
      </EmptyState>
    )
  return (
    <EmptyState title="This issue has no such event">
      <p>Old events are removed in time.</p>
      <Link to="/issues/$issueId" params={{ issueId }} state>
        Show the latest event
      </Link>
    </EmptyState>
  )
}
