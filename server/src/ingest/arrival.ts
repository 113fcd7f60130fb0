/** One ingest request, read whole, on its way to the digest worker. */
export interface Arrival {
  kind: 'arrival'
  id: number
  projectId: number
  /** The body as it came over the wire. */
  body: Uint8Array<ArrayBuffer>
  encoding: Encoding
  receivedAtMs: number
  /** Used when the client names no event id: 32 lower-case hex digits. */
  fallbackEventId: string
  clientIp: string | undefined
  /** `sentry_client` of the authentication, such as `sentry.javascript.node/11.12.0`. */
  clientName: string | undefined
}

export type Encoding = 'identity' | 'gzip' | 'deflate' | 'br'

/** What the client is told once everything that the arrival held is safe, or why it was refused. */
export interface Answer {
  status: 200 | 400 | 413 | 503
  body: { id?: string } | { detail: string; causes?: string[] }
}

export interface AnswerMessage {
  kind: 'answer'
  id: number
  answer: Answer
}
