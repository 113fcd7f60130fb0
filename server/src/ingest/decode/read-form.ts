import { EnvelopeError, parseEnvelope, type Envelope } from '@mishap/sdk/protocol'
import type { Arrival, BodyForm } from '../arrival.ts'
import { Refusal } from '../refusals/refusal.ts'
import type { DecodeLimits } from './decoded.ts'
import { readSecurityReport } from './read-security-report.ts'
import { readStoreBody } from './read-store-body.ts'

type FormReader = (body: Uint8Array, arrival: Arrival, limits: DecodeLimits) => Envelope

/** Whatever the endpoint, from here on there are only envelopes. */
const readers: Record<BodyForm, FormReader> = {
  envelope: readEnvelope,
  store: readStoreBody,
  security: readSecurityReport,
}

/** Throws a `Refusal` for a body that is not of its form. */
export function readForm(body: Uint8Array, arrival: Arrival, limits: DecodeLimits): Envelope {
  return readers[arrival.form](body, arrival, limits)
}

function readEnvelope(body: Uint8Array, _arrival: Arrival, limits: DecodeLimits): Envelope {
  try {
    return parseEnvelope(body, { maxItems: limits.items, maxHeaderLineBytes: limits.headerLineBytes })
  } catch (error) {
    if (error instanceof EnvelopeError)
      throw new Refusal(
        error.kind === 'too_large' ? 413 : 400,
        `The envelope is malformed: ${error.message}`,
        error,
      )
    throw error
  }
}
