import { Link } from '@tanstack/react-router'
import type { EventDetail } from '../../../lib/api.ts'
import { Attachments } from './attachments.tsx'
import { KeyValues } from './key-values.tsx'
import classes from './let-go-event.module.css'
import { payloadWords } from './payload-words.ts'
import { UserFeedback } from './user-feedback.tsx'

interface LetGoEventProps {
  detail: EventDetail
  /** As it stands in the URL. */
  issueId: string
  projectSlug: string
}

/** What is left of an event whose inside was let go: its row, why, and the way to those that are kept the longest. */
export function LetGoEvent({ detail, issueId, projectSlug }: LetGoEventProps) {
  const { summary, oldestEventId, latestEventId, attachments, feedback } = detail
  const { title, eventId, occurredAt, receivedAt, release, environment, user } = summary
  const about = { title, id: eventId, occurred: occurredAt, received: receivedAt, release, environment, user }
  return (
    <>
      <section className={classes.note} aria-labelledby="let-go-title">
        <h2 id="let-go-title">Only a summary of this event is left</h2>
        <p>
          {payloadWords[summary.payloadReason]} The event still counts in every number and chart of the issue.
        </p>
        <p className={classes.ways}>
          {latestEventId !== eventId && (
            <Other issueId={issueId} eventId={latestEventId} name="Latest event" />
          )}
          {oldestEventId !== eventId && (
            <Other issueId={issueId} eventId={oldestEventId} name="Oldest event" />
          )}
          <Link to="/projects/$slug/settings" params={{ slug: projectSlug }} hash="storage">
            How much is kept
          </Link>
        </p>
      </section>
      <KeyValues title="Event" values={about} />
      <UserFeedback issueId={detail.issueId} eventId={eventId} own={feedback} />
      <Attachments attachments={attachments} />
    </>
  )
}

function Other({ issueId, eventId, name }: { issueId: string; eventId: string; name: string }) {
  return (
    <Link to="/issues/$issueId/events/$eventId" params={{ issueId, eventId }} state resetScroll={false}>
      {name}
    </Link>
  )
}
