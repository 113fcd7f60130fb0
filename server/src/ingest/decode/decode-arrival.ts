import type { ProjectSettings } from '../../domain/project-settings.ts'
import type { Arrival } from '../arrival.ts'
import { outcomeOf } from '../outcome-of.ts'
import { Refusal } from '../refusals/refusal.ts'
import { refusalOf } from '../refusals/refusal-of.ts'
import { unknownContent, unreadCategory } from '../unread-category.ts'
import { decodeEnvelope } from './decode-envelope.ts'
import type { Decoded, DecodeLimits } from './decoded.ts'
import { EnvelopeRefusal } from './envelope-refusal.ts'
import { inflate } from './inflate.ts'
import { itemCategory } from './item-category.ts'
import { readForm } from './read-form.ts'
import { unreadable } from './unreadable.ts'

/**
 * From the bytes of a request to what is recorded: inflate, parse, normalise, scrub, fingerprint. A pure function of
 * the arrival, the limits and the project's settings, so that it may run in any thread. Never throws: a request that
 * cannot be kept is an answer and an outcome like any other.
 */
export function decodeArrival(arrival: Arrival, limits: DecodeLimits, settings: ProjectSettings): Decoded {
  return decodeInflated(arrival, limits, settings, () =>
    inflate(arrival.body, arrival.encoding, limits.envelopeBytes, limits),
  )
}

/** More takes too long where others wait for it. */
const smallBytes = 512 * 1024

/** The same for what is small when it is inflated; undefined for all else, of which no more than that was inflated. */
export function decodeSmallArrival(
  arrival: Arrival,
  limits: DecodeLimits,
  settings: ProjectSettings,
): Decoded | undefined {
  const { body, encoding } = arrival
  if (body.length > smallBytes) return undefined
  try {
    const bytes = inflate(body, encoding, Math.min(smallBytes, limits.envelopeBytes), limits)
    return decodeInflated(arrival, limits, settings, () => bytes)
  } catch (error) {
    if (error instanceof Refusal && error.status === 413) return undefined
    return decodeArrival(arrival, limits, settings)
  }
}

function decodeInflated(
  arrival: Arrival,
  limits: DecodeLimits,
  settings: ProjectSettings,
  inflated: () => Uint8Array,
): Decoded {
  try {
    return decodeEnvelope(readForm(inflated(), arrival, limits), arrival, limits, settings)
  } catch (error) {
    const failures = error instanceof Refusal ? [] : [error]
    return refused(arrival, error instanceof Refusal ? error : unreadable(error), failures)
  }
}

function refused(arrival: Arrival, refusal: Refusal, failures: unknown[]): Decoded {
  const categories = categoriesOf(arrival, refusal)
  return {
    source: arrival,
    events: [],
    attachments: [],
    feedback: [],
    sessions: [],
    outcomes: categories.map((category) => outcomeOf(arrival, 'invalid', category, refusal.reason)),
    refusals: [refusalOf(arrival, 'invalid', categories[0] ?? unknownContent, refusal)],
    failures,
    answer: { status: refusal.status === 413 ? 413 : 400, body: { detail: refusal.message } },
  }
}

/** Of each item that was refused, as far as it is known what there is. */
function categoriesOf({ form, body, encoding }: Arrival, refusal: Refusal): string[] {
  if (refusal instanceof EnvelopeRefusal)
    return refusal.items.map(({ headers }) => itemCategory(headers.type))
  return [unreadCategory(form, body, encoding)]
}
