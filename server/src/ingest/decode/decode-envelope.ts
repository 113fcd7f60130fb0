import type { Envelope, EnvelopeItem } from '@mishap/sdk/protocol'
import type { ProjectSettings } from '../../domain/project-settings.ts'
import type { RefusalRecord } from '../../store/refusals.ts'
import type { Answer, Arrival } from '../arrival.ts'
import { outcomeOf } from '../outcome-of.ts'
import { Refusal } from '../refusals/refusal.ts'
import { refusalOf } from '../refusals/refusal-of.ts'
import { boundAttachments } from './bound-attachments.ts'
import type { Decoded, DecodeLimits, Kept } from './decoded.ts'
import { readEventId } from '../../domain/event/event-id.ts'
import { readSentAt } from './envelope-headers.ts'
import { itemCategory } from './item-category.ts'
import type { ItemContext } from './item-context.ts'
import { decodeItem, isEventItem } from './items.ts'
import { laterEventId } from './later-event-id.ts'
import { unreadable } from './unreadable.ts'

/** Clients send one. Each costs time that a whole batch waits for, and its body is no larger for a thousand. */
const mostEvents = 10
const tooManyEvents = `An envelope may hold ${mostEvents} events.`

/**
 * Every item by its type. An item that cannot be kept takes no neighbour along; the envelope is refused when it had
 * something to keep and nothing of it could be kept.
 */
export function decodeEnvelope(
  envelope: Envelope,
  arrival: Arrival,
  limits: DecodeLimits,
  settings: ProjectSettings,
): Decoded {
  const kept: Kept = { events: [], attachments: [], feedback: [], sessions: [], outcomes: [] }
  const refused: Refusal[] = []
  const refusals: RefusalRecord[] = []
  const headerId = readEventId(envelope.headers['event_id'])
  const sentAtMs = readSentAt(envelope.headers['sent_at'])
  let eventId = headerId
  let events = 0
  for (const item of eventsFirst(envelope.items)) {
    // One event an envelope is the rule; the ids that came with the request are those of the first.
    const isLater = isEventItem(item) && events++ > 0
    const ids = isLater
      ? { eventId: undefined, fallbackEventId: laterEventId(arrival.fallbackEventId, events) }
      : { eventId, fallbackEventId: arrival.fallbackEventId }
    const context: ItemContext = { arrival, limits, settings, sentAtMs, ...ids }
    try {
      if (isEventItem(item) && events > mostEvents) throw new Refusal(413, tooManyEvents)
      const own = decodeItem(item, context)
      boundAttachments(kept.attachments, own.attachments)
      addTo(kept, own)
      eventId ??= own.events?.[0]?.eventId.toString('hex')
    } catch (error) {
      const refusal = error instanceof Refusal ? error : unreadable(error)
      const category = itemCategory(item.headers.type)
      refused.push(refusal)
      kept.outcomes.push(outcomeOf(arrival, 'invalid', category, refusal.reason))
      refusals.push(refusalOf(arrival, 'invalid', category, refusal))
    }
  }
  return { ...kept, source: arrival, refusals, answer: answerOf(kept, refused, eventId) }
}

/** So that what came with an event knows its id, wherever it stands. */
function eventsFirst(items: EnvelopeItem[]): EnvelopeItem[] {
  return [...items.filter(isEventItem), ...items.filter((item) => !isEventItem(item))]
}

function addTo(kept: Kept, own: Partial<Kept>): void {
  kept.events.push(...(own.events ?? []))
  kept.attachments.push(...(own.attachments ?? []))
  kept.feedback.push(...(own.feedback ?? []))
  kept.sessions.push(...(own.sessions ?? []))
  kept.outcomes.push(...(own.outcomes ?? []))
}

function answerOf(kept: Kept, [refusal]: Refusal[], eventId: string | undefined): Answer {
  const isEmpty = [kept.events, kept.attachments, kept.feedback, kept.sessions].every(
    ({ length }) => length === 0,
  )
  if (isEmpty && refusal !== undefined) {
    return { status: refusal.status === 413 ? 413 : 400, body: { detail: refusal.message } }
  }
  return { status: 200, body: eventId === undefined ? {} : { id: eventId }, events: kept.events.length }
}
