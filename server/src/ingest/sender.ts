import type { IncomingMessage } from 'node:http'
import type { KeyHolder } from './authenticate.ts'
import type { BodyReader } from './read-body.ts'
import type { Credentials } from './credentials.ts'
import type { IngestTarget } from './ingest-path.ts'

/** Who sends a request: filled in step by step, so that a refusal can say as much as is known by then. */
export interface Sender {
  target: IngestTarget
  request: IncomingMessage
  credentials?: Credentials | undefined
  holder?: KeyHolder
  body?: Pick<BodyReader, 'start'>
}
