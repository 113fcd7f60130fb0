import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Answer, Arrival } from './arrival.ts'
import { readEncoding } from './content-encoding.ts'
import { readCredentials, type Credentials } from './credentials.ts'
import type { IngestTarget } from './ingest-path.ts'
import { readBody } from './read-body.ts'
import { Refusal } from './refusal.ts'
import { answerPreflight, sendAnswer, sendRefusal } from './reply.ts'

/** Who holds a DSN key. */
export interface KeyHolder {
  projectId: number
  status: 'active' | 'disabled'
}

export interface IngestParts {
  /** Looks the key up in memory, and in the store if it may be new. */
  findKey(publicKey: string): Promise<KeyHolder | undefined>
  /** Hands the arrival to the digest worker. Resolves after the commit; throws a `Refusal` when it is full. */
  digest(arrival: Omit<Arrival, 'kind' | 'id'>): Promise<Answer>
  /** Where the address of the client is behind trusted proxies. */
  clientIp(request: IncomingMessage): string | undefined
  logFailure(error: unknown): void
  wireBytes: number
  now(): number
}

/** Serves one ingest request: allow, read, hand over, answer after the commit. Never throws. */
export async function handleIngest(
  parts: IngestParts,
  target: IngestTarget,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    if (request.method === 'OPTIONS') return answerPreflight(response)
    if (request.method !== 'POST') throw new Refusal(405, 'Send events with POST.')
    const credentials = await authenticate(parts, target, request)
    const encoding = readEncoding(request.headers['content-encoding'])
    const body = await readBody(request, parts.wireBytes)
    const answer = await parts.digest({
      projectId: target.projectId,
      body,
      encoding,
      receivedAtMs: parts.now(),
      fallbackEventId: randomBytes(16).toString('hex'),
      clientIp: parts.clientIp(request),
      clientName: credentials.clientName,
    })
    sendAnswer(response, answer)
  } catch (error) {
    if (request.destroyed && !request.complete) return (response.destroy(), undefined)
    if (!(error instanceof Refusal)) parts.logFailure(error)
    sendRefusal(request, response, error instanceof Refusal ? error : unexpected(error))
  }
}

async function authenticate(
  parts: IngestParts,
  { projectId, query }: IngestTarget,
  request: IncomingMessage,
): Promise<Credentials> {
  const credentials = readCredentials(request.headers, query)
  if (credentials === undefined) {
    throw new Refusal(401, 'No DSN key: send it as sentry_key in the X-Sentry-Auth header or the query.')
  }
  const holder = await parts.findKey(credentials.publicKey)
  const seen = `${credentials.publicKey}@${request.headers.host ?? 'unknown'}/${projectId}`
  if (holder === undefined || holder.projectId !== projectId) {
    throw new Refusal(403, `No project has the DSN //${seen}. Compare it with the one on the project's page.`)
  }
  if (holder.status === 'disabled') throw new Refusal(403, `The key of the DSN //${seen} is disabled.`)
  return credentials
}

function unexpected(cause: unknown): Refusal {
  return new Refusal(503, 'The event could not be stored. It was not counted; send it again.', cause)
}
