import { Link } from '@tanstack/react-router'
import type { EventDetail } from '../../../lib/api.ts'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { Time } from '../../../ui/time.tsx'
import classes from './issue-page.module.css'

/** Which event is shown, and the way to the others. */
export function EventNavigation({ issueId, detail }: { issueId: string; detail: EventDetail }) {
  const { event, olderEventId, newerEventId, oldestEventId, latestEventId } = detail
  return (
    <div className={classes.eventBar}>
      <p>
        Event <code title={event.event_id}>{event.event_id.slice(0, 8)}</code> ·{' '}
        <Time iso={event.timestamp} />
      </p>
      <nav className={classes.steps} aria-label="Events of this issue">
        <Step
          issueId={issueId}
          eventId={oldestEventId}
          name="Oldest"
          isHere={event.event_id === oldestEventId}
        />
        <Step issueId={issueId} eventId={olderEventId} name="‹ Older" />
        <Step issueId={issueId} eventId={newerEventId} name="Newer ›" />
        <Step
          issueId={issueId}
          eventId={latestEventId}
          name="Latest"
          isHere={event.event_id === latestEventId}
        />
        <CopyButton text={() => JSON.stringify(event, null, 2)} label="Copy JSON" />
      </nav>
    </div>
  )
}

interface StepProps {
  issueId: string
  eventId: string | null
  name: string
  isHere?: boolean
}

function Step({ issueId, eventId, name, isHere = false }: StepProps) {
  if (eventId === null) return <span className={classes.step}>{name}</span>
  return (
    <Link
      to="/issues/$issueId/events/$eventId"
      params={{ issueId, eventId }}
      aria-current={isHere ? 'true' : undefined}
      state
      resetScroll={false}
      className={classes.step}
    >
      {name}
    </Link>
  )
}
