import { eventTags } from '../domain/event/event-tags.ts'
import { shortHash } from '../domain/event/short-hash.ts'
import { userIdentity } from '../domain/event/user-identity.ts'
import type { MovedEvent } from '../store/regroup-by-rules/moved-event.ts'
import type { ScannedEvent } from '../store/regroup-by-rules/scan-events.ts'

/** What was counted of an event when it came in, from what is stored of it. */
export function movedEventOf({ eventId, occurredAtMs, event }: ScannedEvent): MovedEvent {
  const identity = userIdentity(event)
  return {
    eventId: eventId.toString('hex'),
    occurredAtMs,
    release: event.release ?? null,
    tags: eventTags(event),
    userHash: identity === undefined ? undefined : shortHash(identity).toString('hex'),
  }
}
