import { sendRefusal, sendEmpty } from '../reply.ts'
import { buildEnvelope } from './build-envelope.ts'
import type { Endpoint, Handover, Incoming } from './endpoint.ts'
import { ownCredentials } from './own-credentials.ts'
import { readJsonFields } from './read-text.ts'

const fields = ['check_in_id', 'status', 'environment', 'duration']

/** Check-ins of scheduled jobs, often a bare `curl` in a crontab, which must not fail because we are busy: never a 429. */
export const cronEndpoint: Endpoint = {
  methods: ['GET', 'POST'],
  findCredentials: (target, headers) =>
    target.params.key === undefined
      ? ownCredentials(target, headers)
      : { publicKey: target.params.key.slice(0, 100), clientName: undefined },
  category: 'monitor',
  weight: 0,
  mostBytes: 100 * 1024,
  convert: readCheckIn,
  sendAccepted: (response) => sendEmpty(response, 202),
  sendRefusal: (request, response, refusal) =>
    refusal.status === 429 ? sendEmpty(response, 202) : sendRefusal(request, response, refusal),
}

function readCheckIn(incoming: Incoming): Handover {
  const { params, query } = incoming.target
  const sent = incoming.body.length === 0 ? new Map() : readJsonFields(incoming)
  const given = fields.map((name) => [name, query.get(name) ?? sent.get(name)])
  const payload = { monitor_slug: params.slug, ...Object.fromEntries(given) }
  return buildEnvelope({}, [{ headers: { type: 'check_in' }, payload }])
}
