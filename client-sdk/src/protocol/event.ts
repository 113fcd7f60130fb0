/** What our SDK puts on the wire: the Sentry event payload, by its own field names. */
export interface WireEvent {
  event_id: string
  /** Seconds since the epoch. */
  timestamp: number
  platform: 'node' | 'javascript'
  level: WireLevel
  message?: string
  transaction?: string
  release?: string
  environment?: string
  server_name?: string
  exception?: { values: WireException[] }
  breadcrumbs?: WireBreadcrumb[]
  request?: WireRequest
  user?: WireUser
  tags?: Record<string, WirePrimitive>
  extra?: Record<string, unknown>
  contexts?: Record<string, Record<string, unknown>>
  fingerprint?: string[]
  sdk: { name: string; version: string }
}

export type WireLevel = 'fatal' | 'error' | 'warning' | 'info' | 'debug'
export type WirePrimitive = string | number | boolean | null

export interface WireException {
  type?: string
  value?: string
  stacktrace?: { frames: WireFrame[] }
  mechanism?: WireMechanism
}

export interface WireMechanism {
  type: string
  handled: boolean
  synthetic?: boolean
  source?: string
  exception_id?: number
  parent_id?: number
  is_exception_group?: boolean
}

export interface WireFrame {
  filename?: string
  /** The whole path, where `filename` is a part of it. */
  abs_path?: string
  function?: string
  lineno?: number
  /** 1-based. */
  colno?: number
  in_app?: boolean
  pre_context?: string[]
  context_line?: string
  post_context?: string[]
}

export interface WireBreadcrumb {
  /** Seconds since the epoch. */
  timestamp?: number
  type?: string
  category?: string
  level?: WireLevel
  message?: string
  data?: Record<string, unknown>
}

export interface WireRequest {
  url?: string
  method?: string
  query_string?: string
  headers?: Record<string, string>
  data?: unknown
}

export interface WireUser {
  id?: string | number
  email?: string
  username?: string
  ip_address?: string | null
  [key: string]: unknown
}
