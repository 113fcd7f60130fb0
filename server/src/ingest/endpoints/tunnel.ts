import type { Endpoint } from './endpoint.ts'
import { asEnvelope } from './envelope.ts'

/**
 * Where pages send envelopes that ad blockers would keep from a DSN's own address. Only the envelope says whose it is:
 * what else authenticates a request from a page is about the site, not about us. Nothing is forwarded anywhere.
 */
export const tunnelEndpoint: Endpoint = {
  methods: ['POST'],
  findCredentials: () => undefined,
  mayNameDsnInBody: true,
  mayBringUnlimited: true,
  weight: 1,
  convert: asEnvelope,
}
