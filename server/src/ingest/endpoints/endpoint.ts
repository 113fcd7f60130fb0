import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import type { Answer, Arrival, Encoding } from '../arrival.ts'
import type { KeyHolder } from '../authenticate.ts'
import type { Credentials } from '../credentials.ts'
import type { IngestTarget } from '../ingest-path.ts'
import type { Refusal } from '../refusals/refusal.ts'

export type Method = 'GET' | 'POST'

/** A request that may be kept, read whole. */
export interface Incoming {
  target: IngestTarget
  method: Method
  headers: IncomingHttpHeaders
  body: Uint8Array<ArrayBuffer>
  encoding: Encoding
  /** The most that the body may be unpacked. */
  mostBytes: number
}

/** What the digest is given. Everything but `store` and `security`, which it reads itself, is an envelope. */
export type Handover = Pick<Arrival, 'form' | 'body' | 'encoding' | 'hints'>

export type FindKey = (publicKey: string) => Promise<KeyHolder | undefined>

/** One address of ingest: all are served by the same steps and differ in these. */
export interface Endpoint {
  methods: readonly Method[]
  /** Where the key is looked for. A `Refusal` that it throws stands for none. */
  findCredentials(target: IngestTarget, headers: IncomingHttpHeaders): Credentials | undefined
  /** Whether the envelope's own header may say who sends, where the request does not. */
  mayNameDsnInBody?: true
  /** Whether it may bring what no limit is about, which is kept when the limits are used up. */
  mayBringUnlimited?: true
  /** As what is counted what it refuses unread; without it the beginning of the envelope is looked at. */
  category?: string
  /** How much it takes from the project's limits: nothing where nothing is kept. */
  weight: 0 | 1
  /** The largest body; without it only the limit on the wire holds. */
  mostBytes?: number
  convert(incoming: Incoming): Handover | Promise<Handover>
  /** The reply to what was accepted; without it the JSON of the digest's answer. */
  sendAccepted?(response: ServerResponse, answer: Answer, incoming: Incoming): void
  sendRefusal?(request: IncomingMessage, response: ServerResponse, refusal: Refusal): void
  /** The reply to a GET that sends nothing and needs no key. */
  sendPage?(target: IngestTarget, response: ServerResponse, findKey: FindKey): Promise<void>
}
