import type { ReportHints } from '../domain/event/normalise-report.ts'
import type { Limited } from '../domain/limits/index.ts'
import type { ProjectSettings } from '../domain/project-settings.ts'

/** One ingest request, read whole, on its way to the digest worker. */
export interface Arrival {
  kind: 'arrival'
  id: number
  projectId: number
  /** Of the DSN that it came by. */
  publicKey: string
  form: BodyForm
  /** The body as it came over the wire. */
  body: Uint8Array<ArrayBuffer>
  encoding: Encoding
  receivedAtMs: number
  /** Used when the client names no event id: 32 lower-case hex digits. */
  fallbackEventId: string
  clientIp: string | undefined
  /** `sentry_client` of the authentication, such as `sentry.javascript.node/11.12.0`. */
  clientName: string | undefined
  /** Of the request, for who wonders why it was refused. */
  headers: Record<string, string>
  /** What the request of a browser's report says besides its body. */
  hints?: ReportHints
  /** The limit that is used up: only what no limit is about may still be kept. */
  limited?: Limited
}

/** How the body is to be read; every form becomes an envelope. */
export type BodyForm = 'envelope' | 'store' | 'security'

export type Encoding = 'identity' | 'gzip' | 'deflate' | 'br' | 'zstd'

/** What the client is told once everything that the arrival held is safe, or why it was refused. */
export interface Answer {
  /** How many events and reports of visitors it brought, which is what limits are about; undefined: none. */
  events?: number
  status: 200 | 400 | 413 | 429 | 503
  /** Of a 429: the limit because of which something was left out. */
  limited?: Limited
  body: { id?: string } | { detail: string; causes?: string[] }
}

export interface AnswerMessage {
  kind: 'answer'
  id: number
  answer: Answer
}

/** Requests that were read in one turn of the loop. */
export interface ArrivalsMessage {
  kind: 'arrivals'
  arrivals: Arrival[]
}

/** The answers of one batch. */
export interface AnswersMessage {
  kind: 'answers'
  answers: AnswerMessage[]
}

/** What the projects want done with what they are sent, by project. */
export interface SettingsMessage {
  kind: 'settings'
  settings: Map<number, ProjectSettings>
}
