import { createHash } from 'node:crypto'
import type { Envelope, EnvelopeItem } from '@mishap/sdk/protocol'
import type { EventRecord } from '../../store/recorder/event-record.ts'
import type { Outcome } from '../../store/count-outcomes.ts'
import type { Arrival } from '../arrival.ts'
import { Refusal } from '../refusal.ts'
import type { Decoded, DecodeLimits } from './decoded.ts'
import { decodeEvent } from './decode-event.ts'
import { readEventId, readSentAt } from './envelope-headers.ts'
import { itemCategory } from './item-category.ts'

/** Items that are not kept are counted, never refused: clients send many kinds that matter to other servers only. */
export function decodeEnvelope(envelope: Envelope, arrival: Arrival, limits: DecodeLimits): Decoded {
  const records: EventRecord[] = []
  const outcomes: Outcome[] = []
  const refusals: Refusal[] = []
  const headerId = readEventId(envelope.headers['event_id'])
  for (const [position, item] of envelope.items.entries()) {
    if (item.headers.type !== 'event') {
      outcomes.push(notKept(arrival, item))
      continue
    }
    try {
      // One event an envelope is the rule; the ids that came with the request are those of the first.
      const isFirst = records.length === 0
      const own = isFirst ? arrival : { ...arrival, fallbackEventId: laterEventId(arrival, position) }
      records.push(decodeItem(item, own, limits, envelope, isFirst ? headerId : undefined))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      refusals.push(error)
      outcomes.push(invalid(arrival, error))
    }
  }
  const [refusal] = refusals
  if (records.length === 0 && refusal !== undefined) {
    return {
      records,
      outcomes,
      answer: { status: refusal.status === 413 ? 413 : 400, body: { detail: refusal.message } },
    }
  }
  return { records, outcomes, answer: { status: 200, body: answerBody(records[0], headerId) } }
}

function laterEventId({ fallbackEventId }: Arrival, position: number): string {
  return createHash('sha256').update(`${fallbackEventId} ${position}`).digest('hex').slice(0, 32)
}

function decodeItem(
  item: EnvelopeItem,
  arrival: Arrival,
  limits: DecodeLimits,
  envelope: Envelope,
  headerId: string | undefined,
): EventRecord {
  if (item.payload.length > limits.eventBytes) {
    throw new Refusal(413, `The event is larger than ${limits.eventBytes} bytes.`)
  }
  return decodeEvent(item.payload, arrival, headerId, readSentAt(envelope.headers['sent_at']))
}

function answerBody(first: EventRecord | undefined, headerId: string | undefined): { id?: string } {
  const id = first?.eventId.toString('hex') ?? headerId
  return id === undefined ? {} : { id }
}

function notKept(arrival: Arrival, item: EnvelopeItem): Outcome {
  return outcomeOf(arrival, itemCategory(item.headers.type), 'not_kept', 'item_type')
}

function invalid(arrival: Arrival, refusal: Refusal): Outcome {
  return outcomeOf(arrival, 'error', 'invalid', refusal.status === 413 ? 'too_large' : 'malformed')
}

function outcomeOf(
  { projectId, receivedAtMs }: Arrival,
  category: string,
  outcome: Outcome['outcome'],
  reason: string,
): Outcome {
  return { projectId, atMs: receivedAtMs, category, outcome, reason, quantity: 1 }
}
