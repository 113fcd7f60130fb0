import { sendAnswer, sendBytes } from '../reply.ts'
import type { Endpoint, Handover, Incoming } from './endpoint.ts'
import { asEnvelope } from './envelope.ts'
import { ownBytes } from './own-bytes.ts'
import { ownCredentials } from './own-credentials.ts'

/** The oldest address: one event, of pages without CORS in the query of an image. */
export const storeEndpoint: Endpoint = {
  methods: ['GET', 'POST'],
  findCredentials: ownCredentials,
  category: 'error',
  weight: 1,
  convert: (incoming) => (incoming.method === 'GET' ? readQuery(incoming) : readBody(incoming)),
  sendAccepted: (response, answer, { method }) =>
    method === 'GET' ? sendBytes(response, 200, 'image/gif', pixel) : sendAnswer(response, answer),
}

const pixel = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')

function readBody(incoming: Incoming): Handover {
  const isEnvelope = incoming.headers['content-type']?.startsWith('application/x-sentry-envelope') ?? false
  return isEnvelope ? asEnvelope(incoming) : { ...asEnvelope(incoming), form: 'store' }
}

/** Clients that leave the pluses of base64 as they are have them read as spaces. */
function readQuery({ target }: Incoming): Handover {
  const data = target.query.get('sentry_data') ?? ''
  const isJson = data.trimStart().startsWith('{')
  return { form: 'store', body: ownBytes(isJson ? data : data.replaceAll(' ', '+')), encoding: 'identity' }
}
