import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Admission } from './admit.ts'
import type { Answer } from './arrival.ts'
import { clientNameOf } from './client-name.ts'
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
  const submission = parts.digest()
  try {
    if (request.method === 'GET' && endpoint.sendPage)
      return await endpoint.sendPage(target, response, parts.findKey)
    const { incoming, admission } = await receive(parts, endpoint, sender, submission)
    const answer = await settled(admission, async () =>
      submission.send({
        ...(await endpoint.convert(incoming)),
        ...arrivalOf(parts, sender, admission),
      }),
    )
    if (answer.status === 200 && endpoint.sendAccepted) endpoint.sendAccepted(response, answer, incoming)
    else sendAnswer(response, answer)
  } catch (error) {
    if (request.destroyed && !request.complete) return (response.destroy(), undefined)
    refuse(parts, endpoint, { sender, response, error })
  } finally {
    submission.end()
  }
}

function arrivalOf(parts: IngestParts, sender: Sender, { holder, limited }: Admission) {
  return {
    projectId: holder.projectId,
    publicKey: holder.publicKey,
    receivedAtMs: parts.now(),
    fallbackEventId: randomBytes(16).toString('hex'),
    clientIp: parts.clientIp(sender.request),
    clientName: clientNameOf(sender),
    headers: tellingHeaders(sender.request.headers),
    ...(limited && { limited }),
  }
}

/** Before the reply leaves: who hears it and sends the next finds the limits as they are. */
async function settled(admission: Admission, digest: () => Promise<Answer>): Promise<Answer> {
  let events = 0
  try {
    const answer = await digest()
    events = answer.events ?? 0
    return answer
  } finally {
    admission.settle(events)
  }
}

interface Failed {
  sender: Sender
  response: ServerResponse
  error: unknown
}

function refuse(parts: IngestParts, endpoint: Endpoint, { sender, response, error }: Failed): void {
  if (!(error instanceof Refusal)) parts.logFailure(error)
  const refusal = error instanceof Refusal ? error : unexpected(error)
  noteRefusal(parts, endpoint, sender, refusal)
  const send = endpoint.sendRefusal ?? sendRefusal
  send(sender.request, response, refusal)
}

function unexpected(cause: unknown): Refusal {
  return new Refusal(503, 'The event could not be stored. It was not counted; send it again.', cause)
}
