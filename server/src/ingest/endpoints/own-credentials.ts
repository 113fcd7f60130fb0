import type { IncomingHttpHeaders } from 'node:http'
import { readCredentials, type Credentials } from '../credentials.ts'
import type { IngestTarget } from '../ingest-path.ts'

/** Those that every request may have. */
export function ownCredentials(
  { query }: IngestTarget,
  headers: IncomingHttpHeaders,
): Credentials | undefined {
  return readCredentials(headers, query)
}
