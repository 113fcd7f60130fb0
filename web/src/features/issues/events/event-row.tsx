import { Link } from '@tanstack/react-router'
import type { EventSummary } from '../../../lib/api.ts'
import { Badge } from '../../../ui/badge.tsx'
import { Time } from '../../../ui/time.tsx'
import { payloadWords } from '../page/payload-words.ts'
import classes from './event-list.module.css'

/** What is known of an event without its inside, and whether that is all that is left. */
export function EventRow({ issueId, summary }: { issueId: string; summary: EventSummary }) {
  const { eventId, title, occurredAt, release, environment, user, isPayloadKept, payloadReason } = summary
  return (
    <li data-kept={isPayloadKept}>
      <Link
        to="/issues/$issueId/events/$eventId"
        params={{ issueId, eventId }}
        className={classes.name}
        aria-describedby={`about-${eventId}`}
      >
        {title}
      </Link>
      <p className={classes.facts} id={`about-${eventId}`}>
        <Time iso={occurredAt} />
        <code>{eventId.slice(0, 8)}</code>
        {release !== null && <span>{release}</span>}
        {environment !== null && <span>{environment}</span>}
        {user !== null && <span>user {user}</span>}
        {payloadReason === 'pinned' && <Badge tone="muted">Pinned</Badge>}
        {!isPayloadKept && (
          <span title={payloadWords[payloadReason]}>
            <Badge tone="muted">Summary only</Badge>
          </span>
        )}
      </p>
    </li>
  )
}
