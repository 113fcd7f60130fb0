import { EnvelopeError, parseEnvelope, type Envelope } from '@mishap/sdk/protocol'
import type { Arrival } from '../arrival.ts'
import { Refusal } from '../refusal.ts'
import { decodeEnvelope } from './decode-envelope.ts'
import type { Decoded, DecodeLimits } from './decoded.ts'
import { inflate } from './inflate.ts'

/**
 * From the bytes of a request to what is recorded: inflate, parse, normalise, fingerprint. A pure function of the
 * arrival and the limits, so that it may run in any thread. Never throws: a request that cannot be kept is an
 * answer and an outcome like any other.
 */
export function decodeArrival(arrival: Arrival, limits: DecodeLimits): Decoded {
  try {
    return decodeEnvelope(readEnvelope(arrival, limits), arrival, limits)
  } catch (error) {
    return refused(arrival, error instanceof Refusal ? error : unreadable(error))
  }
}

function readEnvelope(arrival: Arrival, limits: DecodeLimits): Envelope {
  const bytes = inflate(arrival.body, arrival.encoding, limits.envelopeBytes)
  try {
    return parseEnvelope(bytes, { maxItems: limits.items, maxHeaderLineBytes: limits.headerLineBytes })
  } catch (error) {
    if (error instanceof EnvelopeError)
      throw new Refusal(400, `The envelope is malformed: ${error.message}`, error)
    throw error
  }
}

function refused(arrival: Arrival, { status, message }: Refusal): Decoded {
  const outcome = {
    projectId: arrival.projectId,
    atMs: arrival.receivedAtMs,
    category: 'default',
    outcome: 'invalid',
    reason: status === 413 ? 'too_large' : 'malformed',
    quantity: 1,
  } as const
  return {
    records: [],
    outcomes: [outcome],
    answer: { status: status === 413 ? 413 : 400, body: { detail: message } },
  }
}

/** A mistake of ours in reading it; the sender can still learn that the event was not kept. */
function unreadable(cause: unknown): Refusal {
  return new Refusal(400, 'The event could not be read.', cause)
}
