import { Link } from '@tanstack/react-router'
import type { EventDetail } from '../../../lib/api.ts'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { Time } from '../../../ui/time.tsx'
import classes from './issue-page.module.css'
import { payloadWords } from './payload-words.ts'
import { PinButton } from './pin-button.tsx'

/** Which event is shown, why it is kept, and the way to the others. */
export function EventNavigation({ issueId, detail }: { issueId: string; detail: EventDetail }) {
  const { event, summary, olderEventId, newerEventId, oldestEventId, latestEventId } = detail
  const { eventId, isPayloadKept } = summary
  return (
    <div className={classes.eventBar}>
      <div>
        <p>
          Event <code title={eventId}>{eventId.slice(0, 8)}</code> · <Time iso={summary.occurredAt} />
        </p>
        {isPayloadKept && <p className={classes.kept}>Kept: {payloadWords[summary.payloadReason]}</p>}
      </div>
      <nav className={classes.steps} aria-label="Events of this issue">
        <Step issueId={issueId} eventId={oldestEventId} name="Oldest" isHere={eventId === oldestEventId} />
        <Step issueId={issueId} eventId={olderEventId} name="‹ Older" />
        <Step issueId={issueId} eventId={newerEventId} name="Newer ›" />
        <Step issueId={issueId} eventId={latestEventId} name="Latest" isHere={eventId === latestEventId} />
        <Link
          to="/issues/$issueId/events"
          params={{ issueId }}
          state
          activeOptions={{ exact: true }}
          className={classes.step}
        >
          All events
        </Link>
      </nav>
      {event !== null && (
        <div className={classes.steps}>
          <PinButton key={eventId} issueId={issueId} summary={summary} />
          <CopyButton text={() => JSON.stringify(event, null, 2)} label="Copy JSON" />
        </div>
      )}
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
