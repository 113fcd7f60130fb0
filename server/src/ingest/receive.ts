import { admit } from './admit.ts'
import type { KeyHolder } from './authenticate.ts'
import { readEncoding } from './content-encoding.ts'
import type { Endpoint, Incoming } from './endpoints/endpoint.ts'
import type { IngestParts } from './ingest-parts.ts'
import { MethodNotAllowed } from './refusals/method-not-allowed.ts'
import { readBody } from './read-body.ts'
import { readEnvelopeDsn } from './read-envelope-dsn.ts'
import type { Sender } from './sender.ts'

/** Reads a request, if it may come in at all. What can be refused is refused before its body is read. */
export async function receive(
  parts: IngestParts,
  endpoint: Endpoint,
  sender: Sender,
): Promise<{ incoming: Incoming; holder: KeyHolder }> {
  const { target, request } = sender
  const { headers } = request
  const method = endpoint.methods.find((name) => name === request.method)
  if (method === undefined) throw new MethodNotAllowed(endpoint.methods)
  const mostBytes = Math.min(parts.wireBytes, endpoint.mostBytes ?? parts.wireBytes)

  sender.credentials = endpoint.findCredentials(target, headers)
  const early = isToldByBody(parts, endpoint, sender) ? await readBody(request, mostBytes) : undefined
  if (early !== undefined) {
    sender.credentials = await readEnvelopeDsn(early, readEncoding(headers['content-encoding']))
  }
  const holder = await admit(parts, sender, endpoint.weight)
  const encoding = readEncoding(headers['content-encoding'])
  const body = early ?? (await readBody(request, mostBytes))
  return { incoming: { target, method, headers, body, encoding, mostBytes }, holder }
}

/** Where nothing else says who sends. For a project that is not there no body is read. */
function isToldByBody(
  { hasProject }: IngestParts,
  { mayNameDsnInBody }: Endpoint,
  { credentials, target }: Sender,
): boolean {
  if (credentials !== undefined || mayNameDsnInBody === undefined) return false
  return target.projectId === undefined || hasProject(target.projectId)
}
