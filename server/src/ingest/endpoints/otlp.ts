import { sendBytes } from '../reply.ts'
import { buildEnvelope } from './build-envelope.ts'
import type { Endpoint } from './endpoint.ts'
import { ownCredentials } from './own-credentials.ts'

/** By the names that the same things have as items of envelopes. */
const itemTypes = new Map([
  ['traces', 'span'],
  ['logs', 'otel_log'],
  ['metrics', 'trace_metric'],
])

/** OpenTelemetry: taken, so that exporters do not repeat it, and counted as not kept. Nothing of it is parsed. */
export const otlpEndpoint: Endpoint = {
  methods: ['POST'],
  findCredentials: ownCredentials,
  category: 'default',
  weight: 0,
  convert: ({ target }) => {
    const type = itemTypes.get(target.params.signal ?? '') ?? 'otlp'
    return buildEnvelope({}, [{ headers: { type }, payload: new Uint8Array() }])
  },
  // "All is well" is an empty message in the encoding of the request (OTLP 1.3, "Full Success").
  sendAccepted: (response, _answer, { headers }) =>
    headers['content-type']?.startsWith('application/json')
      ? sendBytes(response, 200, 'application/json', '{}')
      : sendBytes(response, 200, 'application/x-protobuf', ''),
}
