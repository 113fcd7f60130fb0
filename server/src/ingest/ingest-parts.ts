import type { IncomingMessage } from 'node:http'
import type { Limiter } from '../domain/limits/index.ts'
import type { KeyHolder } from './authenticate.ts'
import type { Submission } from './digest/digest-port.ts'
import type { RefusedTally } from './refusals/refused-tally.ts'

/** What ingest needs of the rest of the server. */
export interface IngestParts {
  /** Looks the key up in memory, and in the store if it may be new. */
  findKey(publicKey: string): Promise<KeyHolder | undefined>
  hasProject(projectId: number): boolean
  /** Why nothing can be stored at this moment, in a sentence; undefined while it can. */
  storeTrouble(): string | undefined
  limiter: Limiter
  tally: RefusedTally
  /** Begins with a request that is to go to the digest worker. */
  digest(): Submission
  /** Where the address of the client is behind trusted proxies. */
  clientIp(request: IncomingMessage): string | undefined
  logFailure(error: unknown): void
  wireBytes: number
  now(): number
}
