import type { Limited } from '../domain/limits/index.ts'
import { admit, type Admission } from './admit.ts'
import { readEncoding } from './content-encoding.ts'
import type { Submission } from './digest/digest-port.ts'
import type { Endpoint, Incoming } from './endpoints/endpoint.ts'
import type { IngestParts } from './ingest-parts.ts'
import { LimitExceeded } from './refusals/limit-exceeded.ts'
import { MethodNotAllowed } from './refusals/method-not-allowed.ts'
import { readBody, type BodyReader, type Most } from './read-body.ts'
import { readEnvelopeDsn } from './read-envelope-dsn.ts'
import type { Sender } from './sender.ts'

interface Received {
  incoming: Incoming
  admission: Admission
}

/** Reads a request, if it may come in at all. What can be refused is refused before its body is read. */
export async function receive(
  parts: IngestParts,
  endpoint: Endpoint,
  sender: Sender,
  submission: Submission,
): Promise<Received> {
  const mostBytes = Math.min(parts.wireBytes, endpoint.mostBytes ?? parts.wireBytes)
  const reader = readBody(sender.request, mostBytes, submission)
  sender.body = reader
  try {
    const { target, request } = sender
    const method = endpoint.methods.find((name) => name === request.method)
    if (method === undefined) throw new MethodNotAllowed(endpoint.methods)
    sender.credentials = await findCredentials(parts, endpoint, sender, reader)
    const admission = await admit(parts, sender, endpoint.weight)
    submission.assign(admission.holder.projectId)
    try {
      const { headers } = request
      const encoding = readEncoding(headers['content-encoding'])
      const body = await readAdmitted(reader, endpoint, admission.limited)
      return { incoming: { target, method, headers, body, encoding, mostBytes }, admission }
    } catch (error) {
      admission.settle(0)
      throw error
    }
  } catch (error) {
    await reader.stop()
    throw error
  }
}

/** For a project that is not there no body is read. */
async function findCredentials(
  { hasProject }: IngestParts,
  endpoint: Endpoint,
  { target, request }: Sender,
  reader: BodyReader,
): Promise<Sender['credentials']> {
  const { headers } = request
  const credentials = endpoint.findCredentials(target, headers)
  const isElsewhere = target.projectId !== undefined && !hasProject(target.projectId)
  if (credentials !== undefined || endpoint.mayNameDsnInBody === undefined || isElsewhere) return credentials
  return readEnvelopeDsn(reader, readEncoding(headers['content-encoding']))
}

/** Of somebody whose limit is used up: enough for what no limit is about, which is small. */
const mostLimitedBytes = 8 * 1024

function readAdmitted(
  reader: BodyReader,
  { mayBringUnlimited }: Endpoint,
  limited: Limited | undefined,
): Promise<Incoming['body']> {
  if (limited === undefined) return reader.readAll()
  const refusal = (): LimitExceeded => new LimitExceeded(limited)
  if (mayBringUnlimited === undefined) throw refusal()
  const most: Most = { bytes: mostLimitedBytes, refusal }
  return reader.readAll(most)
}
