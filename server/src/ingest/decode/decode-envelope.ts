import type { Envelope, EnvelopeItem } from '@mishap/sdk/protocol'
import { readEventId } from '../../domain/event/event-id.ts'
import type { ProjectSettings } from '../../domain/project-settings.ts'
import { packAttachment } from '../../store/attachments.ts'
import type { Answer, Arrival } from '../arrival.ts'
import { outcomeOf } from '../outcome-of.ts'
import { LimitExceeded } from '../refusals/limit-exceeded.ts'
import { Refusal } from '../refusals/refusal.ts'
import { refusalOf } from '../refusals/refusal-of.ts'
import { boundAttachments } from './bound-attachments.ts'
import type { Decoded, DecodeLimits, Kept } from './decoded.ts'
import { EnvelopeRefusal, RoomRefusal } from './envelope-refusal.ts'
import { itemCategory } from './item-category.ts'
import type { ItemContext } from './item-context.ts'
import { decodeItem, isEventItem } from './items.ts'
import { laterEventId } from './later-event-id.ts'
import { isLimitedItem } from './limited-items.ts'
import { nameClient } from './name-client.ts'
import { readSentAt } from './read-sent-at.ts'
import { createRoom } from './room.ts'
import { unreadable } from './unreadable.ts'
import { withoutFiltered } from './without-filtered.ts'

type Ids = Pick<ItemContext, 'eventId' | 'feedbackId' | 'fallbackEventId'>

/** An envelope while it is read. */
interface Reading {
  context: Omit<ItemContext, keyof Ids>
  /** Of the event that the envelope is about. */
  eventId: string | undefined
  kept: Kept
  refused: { item: EnvelopeItem; refusal: Refusal }[]
  failures: unknown[]
}

/**
 * Every item by its type. An item that cannot be kept takes no neighbour along; when it is an event, or there is no
 * other item, the answer says what was wrong. Throws a `Refusal` of the whole where one item is too much for it.
 */
export function decodeEnvelope(
  { headers, items }: Envelope,
  sender: Arrival,
  limits: DecodeLimits,
  settings: ProjectSettings,
): Decoded {
  const arrival = nameClient(sender, headers['sdk'])
  const sentAtMs = readSentAt(headers['sent_at'])
  const reading: Reading = {
    context: { arrival, limits, settings, sentAtMs, room: createRoom(limits) },
    eventId: readEventId(headers['event_id']),
    kept: { events: [], attachments: [], feedback: [], sessions: [], outcomes: [], filtered: [] },
    refused: [],
    failures: [],
  }
  const { limited } = arrival
  const isLeftOut = (item: EnvelopeItem): boolean => limited !== undefined && isLimitedItem(item)
  const leftOut = items.filter(isLeftOut)
  const readable = items.filter((item) => !isLeftOut(item))
  try {
    readItems(reading, readable)
  } catch (error) {
    throw error instanceof RoomRefusal ? new EnvelopeRefusal(error, items) : error
  }
  for (const { headers: item } of leftOut)
    reading.kept.outcomes.push(outcomeOf(arrival, 'limited', itemCategory(item.type), limited?.reason ?? ''))
  if (limited === undefined || leftOut.length === 0) return finish(reading, answerOf(reading, items.length))
  const { message: detail } = new LimitExceeded(limited)
  return finish(reading, { ...countOf(reading), status: 429, limited, body: { detail } })
}

/** Events first, so that what came with one knows its id, wherever it stands. */
function readItems(reading: Reading, items: EnvelopeItem[]): void {
  const { context, kept } = reading
  const events = items.filter(isEventItem)
  context.room.expect('events', events.length)
  for (const item of events) {
    readItem(reading, item, eventIds(reading))
    // The ids that came with the request are those of the first event.
    reading.eventId ??= kept.events[0]?.eventId.toString('hex') ?? kept.filtered[0]?.eventId
  }
  const { eventId } = reading
  const { fallbackEventId } = context.arrival
  const feedbackId = events.length === 0 ? eventId : undefined
  for (const item of items.filter((other) => !isEventItem(other)))
    readItem(reading, item, { eventId, feedbackId, fallbackEventId })
}

/** One event an envelope is the rule. Those after it are the same again when the same is sent again. */
function eventIds({ context, eventId }: Reading): Ids {
  const { arrival, room } = context
  const { fallbackEventId } = arrival
  const before = room.taken('events')
  if (before === 0) return { eventId, feedbackId: undefined, fallbackEventId }
  const laterId = laterEventId(eventId ?? fallbackEventId, before + 1)
  return { eventId: undefined, feedbackId: undefined, fallbackEventId: laterId }
}

function readItem(reading: Reading, item: EnvelopeItem, ids: Ids): void {
  const { context, kept } = reading
  try {
    const own = withoutFiltered(decodeItem(item, { ...context, ...ids }), kept.filtered, context.arrival)
    boundAttachments(kept.attachments, own.attachments ?? [], context.limits)
    addTo(kept, own)
  } catch (error) {
    if (error instanceof RoomRefusal) throw error
    if (!(error instanceof Refusal)) reading.failures.push(error)
    reading.refused.push({ item, refusal: error instanceof Refusal ? error : unreadable(error) })
  }
}

function addTo(kept: Kept, own: Partial<Kept>): void {
  kept.events.push(...(own.events ?? []))
  kept.attachments.push(...(own.attachments ?? []))
  kept.feedback.push(...(own.feedback ?? []))
  kept.sessions.push(...(own.sessions ?? []))
  kept.outcomes.push(...(own.outcomes ?? []))
  kept.filtered.push(...(own.filtered ?? []))
}

function answerOf(reading: Reading, itemCount: number): Answer {
  const { refused, eventId } = reading
  // A 200 would say that the event is stored.
  const told = refused.find(({ item }) => isEventItem(item)) ?? (refused.length === itemCount && refused[0])
  if (told) {
    const { status, message } = told.refusal
    return { status: status === 413 ? 413 : 400, body: { detail: message }, ...countOf(reading) }
  }
  return { status: 200, body: eventId === undefined ? {} : { id: eventId }, ...countOf(reading) }
}

/** What limits are about. */
function countOf({ kept }: Reading): Pick<Answer, 'events'> {
  return { events: kept.events.length + kept.feedback.length }
}

function finish({ context, kept, refused, failures }: Reading, answer: Answer): Decoded {
  const { arrival } = context
  const { events, attachments, feedback, sessions } = kept
  const counted = refused.map(({ item, refusal }) =>
    outcomeOf(arrival, 'invalid', itemCategory(item.headers.type), refusal.reason),
  )
  return {
    source: arrival,
    events,
    attachments: attachments.map(packAttachment),
    feedback,
    sessions,
    outcomes: [...kept.outcomes, ...counted],
    refusals: refused.map(({ item, refusal }) =>
      refusalOf(arrival, 'invalid', itemCategory(item.headers.type), refusal),
    ),
    failures,
    answer,
  }
}
