import type { ProjectSettings } from '../../domain/project-settings.ts'
import type { Arrival } from '../arrival.ts'
import { outcomeOf } from '../outcome-of.ts'
import { Refusal } from '../refusals/refusal.ts'
import { refusalOf } from '../refusals/refusal-of.ts'
import { decodeEnvelope } from './decode-envelope.ts'
import type { Decoded, DecodeLimits } from './decoded.ts'
import { inflate } from './inflate.ts'
import { readForm } from './read-form.ts'
import { unreadable } from './unreadable.ts'

/**
 * From the bytes of a request to what is recorded: inflate, parse, normalise, scrub, fingerprint. A pure function of
 * the arrival, the limits and the project's settings, so that it may run in any thread. Never throws: a request that
 * cannot be kept is an answer and an outcome like any other.
 */
export function decodeArrival(arrival: Arrival, limits: DecodeLimits, settings: ProjectSettings): Decoded {
  try {
    const bytes = inflate(arrival.body, arrival.encoding, limits.envelopeBytes, limits)
    return decodeEnvelope(readForm(bytes, arrival, limits), arrival, limits, settings)
  } catch (error) {
    if (error instanceof Refusal) return refused(arrival, error, [])
    return refused(arrival, unreadable(error), [error])
  }
}

function refused(arrival: Arrival, refusal: Refusal, failures: unknown[]): Decoded {
  return {
    source: arrival,
    events: [],
    attachments: [],
    feedback: [],
    sessions: [],
    outcomes: [outcomeOf(arrival, 'invalid', 'default', refusal.reason)],
    refusals: [refusalOf(arrival, 'invalid', 'default', refusal)],
    failures,
    answer: { status: refusal.status === 413 ? 413 : 400, body: { detail: refusal.message } },
  }
}
