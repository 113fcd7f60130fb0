import { cleanTree } from '../../domain/event/clean-tree.ts'
import { EventFormatError, parseEventJson } from '../../domain/event/parse-event-json.ts'
import { normaliseEvent } from '../../domain/event/normalise-event.ts'
import type { JsonObject } from '../../domain/event/read-json.ts'
import { trimEvent } from '../../domain/event/trim-event.ts'
import { groupEvent, markInApp } from '../../domain/grouping/index.ts'
import type { EventRecord } from '../../store/recorder/event-record.ts'
import type { Arrival } from '../arrival.ts'
import { Refusal } from '../refusal.ts'
import { buildRecord } from './build-record.ts'
import { readEventId } from './envelope-headers.ts'

/**
 * One event item: parse, clean, normalise, fingerprint, trim, in the order that keeps each step honest
 * (the fingerprint is made from the whole event, what is stored is cut to its limits).
 */
export function decodeEvent(
  payload: Uint8Array,
  arrival: Arrival,
  headerId: string | undefined,
  sentAtMs: number | undefined,
): EventRecord {
  const raw = parse(payload)
  const eventId = headerId ?? readEventId(idOf(raw)) ?? arrival.fallbackEventId
  const normalised = normaliseEvent(raw, {
    receivedAtMs: arrival.receivedAtMs,
    eventId,
    ...(sentAtMs !== undefined && { sentAtMs }),
    ...(arrival.clientIp !== undefined && { clientIp: arrival.clientIp }),
    ...(arrival.clientName !== undefined && { clientName: arrival.clientName }),
  })
  const marked = markInApp(normalised)
  const grouping = groupEvent(marked)
  return buildRecord(trimEvent(marked), grouping, arrival)
}

function parse(payload: Uint8Array): JsonObject {
  try {
    const value = cleanTree(parseEventJson(payload))
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new EventFormatError('An event is a JSON object.')
    }
    return value
  } catch (error) {
    if (error instanceof EventFormatError) throw new Refusal(400, error.message, error)
    throw error
  }
}

function idOf(raw: JsonObject): unknown {
  return raw['event_id']
}
