import { Link } from '@tanstack/react-router'
import type { Feedback } from '../../../lib/api.ts'
import { useFeedback } from '../../../lib/queries.ts'
import { FeedbackMessages } from '../../../ui/feedback-messages.tsx'
import { Section } from './section.tsx'
import classes from './user-feedback.module.css'

interface UserFeedbackProps {
  issueId: string
  eventId: string
  /** About the event that is shown. */
  own: Feedback[]
}

/** What people wrote: about this event first, then about the others of the issue. */
export function UserFeedback({ issueId, eventId, own }: UserFeedbackProps) {
  const { data, error, refetch } = useFeedback(issueId)
  const others = (data?.items ?? []).filter(
    (item) => item.eventId !== eventId && !own.some(({ id }) => id === item.id),
  )
  if (own.length + others.length === 0 && error === null) return null
  return (
    <Section title="User feedback" note={noteOf(own.length, others.length)}>
      <Messages title="About this event" items={own} />
      <Messages title="About other events of this issue" items={others} issueId={issueId} />
      {error !== null && (
        <p className={classes.failed} role="alert">
          Feedback about other events could not be loaded: {error.message}{' '}
          <button type="button" onClick={() => void refetch()}>
            Try again
          </button>
        </p>
      )}
    </Section>
  )
}

function noteOf(own: number, others: number): string {
  return others === 0 ? `${own} about this event` : `${own} about this event, ${own + others} in all`
}

function Messages({ title, items, issueId }: { title: string; items: Feedback[]; issueId?: string }) {
  if (items.length === 0) return null
  return (
    <>
      <h3 className={classes.title}>{title}</h3>
      <FeedbackMessages
        items={items}
        linkOf={({ eventId }) =>
          issueId !== undefined &&
          eventId !== null && (
            <Link to="/issues/$issueId/events/$eventId" params={{ issueId, eventId }}>
              Event {eventId.slice(0, 8)}
            </Link>
          )
        }
      />
    </>
  )
}
