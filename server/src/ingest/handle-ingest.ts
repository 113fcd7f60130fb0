import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { KeyHolder } from './authenticate.ts'
import { answerPreflight } from './cors.ts'
import type { Endpoint } from './endpoints/endpoint.ts'
import { endpoints } from './endpoints/endpoints.ts'
import type { IngestParts } from './ingest-parts.ts'
import type { IngestTarget } from './ingest-path.ts'
import { noteRefusal } from './refusals/note-refusal.ts'
import { receive } from './receive.ts'
import { Refusal } from './refusals/refusal.ts'
import { sendAnswer, sendRefusal } from './reply.ts'
import type { Sender } from './sender.ts'
import { tellingHeaders } from './refusals/telling-headers.ts'

/** Serves one ingest request: allow, limit, read, hand over, answer after the commit. Never throws. */
export async function handleIngest(
  parts: IngestParts,
  target: IngestTarget,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const endpoint = endpoints[target.endpoint]
  if (request.method === 'OPTIONS') return answerPreflight(response, endpoint.methods)
  const sender: Sender = { target, request }
  try {
    if (request.method === 'GET' && endpoint.sendPage) return endpoint.sendPage(target, response)
    const { incoming, holder } = await receive(parts, endpoint, sender)
    const answer = await parts.digest({
      ...(await endpoint.convert(incoming)),
      projectId: holder.projectId,
      publicKey: holder.publicKey,
      receivedAtMs: parts.now(),
      fallbackEventId: randomBytes(16).toString('hex'),
      clientIp: parts.clientIp(request),
      clientName: sender.credentials?.clientName ?? request.headers['user-agent'],
      headers: tellingHeaders(request.headers),
    })
    chargeMore(parts, holder, (answer.events ?? 0) - endpoint.weight)
    if (answer.status === 200 && endpoint.sendAccepted) endpoint.sendAccepted(response, answer, incoming)
    else sendAnswer(response, answer)
  } catch (error) {
    if (request.destroyed && !request.complete) return (response.destroy(), undefined)
    refuse(parts, endpoint, { sender, response, error })
  }
}

/** What a request was let in for was charged before its body was known. */
function chargeMore({ limiter, now }: IngestParts, holder: KeyHolder, weight: number): void {
  if (weight <= 0) return
  const { projectId, publicKey, settings } = holder
  limiter.charge({ projectId, publicKey, settings: settings.limits, nowMs: now(), weight })
}

interface Failed {
  sender: Sender
  response: ServerResponse
  error: unknown
}

function refuse(parts: IngestParts, endpoint: Endpoint, { sender, response, error }: Failed): void {
  if (!(error instanceof Refusal)) parts.logFailure(error)
  const refusal = error instanceof Refusal ? error : unexpected(error)
  noteRefusal(parts, sender, refusal)
  const send = endpoint.sendRefusal ?? sendRefusal
  send(sender.request, response, refusal)
}

function unexpected(cause: unknown): Refusal {
  return new Refusal(503, 'The event could not be stored. It was not counted; send it again.', cause)
}
