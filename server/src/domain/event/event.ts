/**
 * The normalised event: what is left of a report after it was decoded, cleaned and brought into one shape.
 * Field names are those of the Sentry event payload, so that people and tools who know it can read ours.
 * Every part is optional that a client may leave out; a part that is present always has this shape.
 */
export type Level = 'fatal' | 'error' | 'warning' | 'info' | 'debug'

/** Policies of a page about which browsers report. */
export const securityKinds = ['csp', 'expectct', 'expectstaple', 'hpkp'] as const

export type SecurityKind = (typeof securityKinds)[number]

/** A browser's report is under the key that is its event's type, its names in small letters with underscores. */
export interface Event extends Partial<Record<SecurityKind, Record<string, Json>>> {
  /** 32 lower-case hex digits. */
  event_id: string
  /** Corrected time of the error, ISO 8601 UTC with milliseconds. */
  timestamp: string
  /** When the server had it, ISO 8601 UTC. */
  received: string
  /** What kind of event it is: an exception, a browser's report, or a plain message or nothing that we could read. */
  type: 'error' | 'default' | SecurityKind
  level: Level
  platform: string
  logger?: string
  transaction?: string
  culprit?: string
  server_name?: string
  release?: string
  dist?: string
  environment?: string
  logentry?: LogEntry
  /** Oldest cause first; the last one is the exception that was captured. */
  exception?: { values: Exception[] }
  threads?: { values: Thread[] }
  breadcrumbs?: { values: Breadcrumb[] }
  request?: Request
  user?: User
  tags?: Record<string, string>
  extra?: Record<string, Json>
  contexts?: Record<string, Record<string, Json>>
  modules?: Record<string, string>
  /** The client fingerprint, as the SDK sent it. */
  fingerprint?: string[]
  sdk?: {
    name: string
    version: string
    integrations?: string[]
    packages?: { name: string; version: string }[]
    /** What the client asks of the server, such as whether the address of its request may be kept. */
    settings?: Record<string, Json>
  }
  debug_meta?: { images: Record<string, Json>[] }
  /** Notes about what was damaged or cut: a tree that mirrors the event, remarks under the key "". */
  _meta?: Json
}

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

export interface LogEntry {
  /** The template, before parameters were filled in. */
  message?: string
  params?: Json[] | Record<string, Json>
  /** What a person reads. */
  formatted: string
}

export interface Exception {
  type?: string
  value?: string
  module?: string
  thread_id?: string
  stacktrace?: Stacktrace
  mechanism?: Mechanism
}

export interface Mechanism {
  type: string
  handled?: boolean
  synthetic?: boolean
  description?: string
  help_link?: string
  source?: string
  exception_id?: number
  parent_id?: number
  is_exception_group?: boolean
  data?: Record<string, Json>
  /** Of the operating system: an error number, a signal. */
  meta?: Record<string, Json>
}

export interface Stacktrace {
  /** Oldest call first; the last frame is where the exception was raised. Never empty. */
  frames: Frame[]
}

export interface Frame {
  filename?: string
  abs_path?: string
  function?: string
  raw_function?: string
  module?: string
  package?: string
  platform?: string
  lineno?: number
  /** 1-based. */
  colno?: number
  pre_context?: string[]
  context_line?: string
  post_context?: string[]
  in_app?: boolean
  /** What the client said of `in_app`, where the server took its place by another answer. */
  client_in_app?: boolean
  vars?: Record<string, Json>
  instruction_addr?: string
}

export interface Thread {
  id?: string
  name?: string
  crashed?: boolean
  current?: boolean
  main?: boolean
  state?: string
  stacktrace?: Stacktrace
}

export interface Breadcrumb {
  /** ISO 8601 UTC. */
  timestamp?: string
  type?: string
  category?: string
  level?: Level
  message?: string
  data?: Record<string, Json>
}

export interface Request {
  /** Without query and fragment. */
  url?: string
  method?: string
  query_string?: [string, string][]
  fragment?: string
  headers?: [string, string][]
  cookies?: [string, string][]
  data?: Json
  env?: Record<string, Json>
}

export interface User {
  id?: string
  email?: string
  username?: string
  name?: string
  ip_address?: string
  geo?: Record<string, string>
  data?: Record<string, Json>
}
