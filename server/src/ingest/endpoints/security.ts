import { sendEmpty } from '../reply.ts'
import type { ReportHints } from '../../domain/event/normalise-report.ts'
import type { Endpoint, Incoming } from './endpoint.ts'
import { ownCredentials } from './own-credentials.ts'

/** Reports that browsers send by themselves, where a header of the page says so. */
export const securityEndpoint: Endpoint = {
  methods: ['POST'],
  findCredentials: ownCredentials,
  category: 'security',
  weight: 1,
  convert: (incoming) => ({
    form: 'security',
    body: incoming.body,
    encoding: incoming.encoding,
    hints: readHints(incoming),
  }),
  sendAccepted: (response) => sendEmpty(response, 200),
}

function readHints({ target, headers }: Incoming): ReportHints {
  const release = target.query.get('sentry_release')
  const environment = target.query.get('sentry_environment')
  const userAgent = headers['user-agent']
  return {
    ...(release && { release }),
    ...(environment && { environment }),
    ...(userAgent && { userAgent }),
  }
}
