import type { EnvelopeItem } from '@mishap/sdk/protocol'
import type { Event } from '../../domain/event/event.ts'
import { normaliseEvent } from '../../domain/event/normalise-event.ts'
import type { Kept } from './decoded.ts'
import { readEventId } from '../../domain/event/event-id.ts'
import { finishEvent } from './finish-event.ts'
import type { ItemContext } from './item-context.ts'
import { parseObject } from './parse-item.ts'

/** Parses an event item and finishes the event. */
export function decodeEventItem({ payload }: EnvelopeItem, context: ItemContext): Partial<Kept> {
  context.room.take('events', 1)
  return finishEvent(readEvent(payload, context), 'error', context)
}

function readEvent(payload: Uint8Array, context: ItemContext): Event {
  const raw = parseObject(payload, context.limits.eventBytes, 'event', context.limits)
  const { arrival, sentAtMs } = context
  const origin = {
    receivedAtMs: arrival.receivedAtMs,
    eventId: context.eventId ?? readEventId(raw['event_id']) ?? context.fallbackEventId,
    ...(sentAtMs !== undefined && { sentAtMs }),
    ...(arrival.clientIp !== undefined && { clientIp: arrival.clientIp }),
    ...(arrival.clientName !== undefined && { clientName: arrival.clientName }),
  }
  return normaliseEvent(raw, origin, context.limits)
}
