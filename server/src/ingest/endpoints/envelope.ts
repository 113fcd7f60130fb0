import type { Endpoint, Handover, Incoming } from './endpoint.ts'
import { ownCredentials } from './own-credentials.ts'

export const envelopeEndpoint: Endpoint = {
  methods: ['POST'],
  findCredentials: ownCredentials,
  mayNameDsnInBody: true,
  mayBringUnlimited: true,
  weight: 1,
  convert: asEnvelope,
}

/** The body goes on as it came. */
export function asEnvelope({ body, encoding }: Incoming): Handover {
  return { form: 'envelope', body, encoding }
}
