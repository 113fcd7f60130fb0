import type { EndpointName } from '../ingest-path.ts'
import { attachmentsEndpoint } from './attachments.ts'
import { cronEndpoint } from './cron.ts'
import type { Endpoint } from './endpoint.ts'
import { envelopeEndpoint } from './envelope.ts'
import { errorPageEndpoint } from './error-page.ts'
import { minidumpEndpoint } from './minidump.ts'
import { nelEndpoint } from './nel.ts'
import { otlpEndpoint } from './otlp.ts'
import { securityEndpoint } from './security.ts'
import { storeEndpoint } from './store.ts'
import { tunnelEndpoint } from './tunnel.ts'
import { unknownEndpoint } from './unknown.ts'
import { userFeedbackEndpoint } from './user-feedback.ts'

export const endpoints: Record<EndpointName, Endpoint> = {
  envelope: envelopeEndpoint,
  store: storeEndpoint,
  security: securityEndpoint,
  attachments: attachmentsEndpoint,
  minidump: minidumpEndpoint,
  nel: nelEndpoint,
  cron: cronEndpoint,
  otlp: otlpEndpoint,
  tunnel: tunnelEndpoint,
  'error-page': errorPageEndpoint,
  'user-feedback': userFeedbackEndpoint,
  unknown: unknownEndpoint,
}
