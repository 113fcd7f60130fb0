import { sendEmpty } from '../reply.ts'
import { buildEnvelope } from './build-envelope.ts'
import type { Endpoint } from './endpoint.ts'
import { ownCredentials } from './own-credentials.ts'

/** Network error logging: taken, so that browsers do not repeat it, and counted as not kept. */
export const nelEndpoint: Endpoint = {
  methods: ['POST'],
  findCredentials: ownCredentials,
  category: 'nel',
  weight: 0,
  convert: () => buildEnvelope({}, [{ headers: { type: 'nel' }, payload: new Uint8Array() }]),
  sendAccepted: (response) => sendEmpty(response, 200),
}
