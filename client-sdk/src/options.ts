import type {
  WireBreadcrumb,
  WireEvent,
  WireLevel,
  WireMechanism,
  WirePrimitive,
  WireUser,
} from './protocol/index.ts'
import type { Transport } from './transport.ts'

export type Level = WireLevel
export type Event = WireEvent
export type Breadcrumb = WireBreadcrumb
export type User = WireUser
export type Primitive = WirePrimitive

/** How an error came to the SDK. */
export type Mechanism = Pick<WireMechanism, 'type' | 'handled'>

/** What was thrown, and how it was caught, for hooks that want to see the original. */
export interface EventHint {
  originalException?: unknown
}

/** What `init` takes. */
export interface Options {
  /** Where to report to, from the project's page. Empty or absent: the SDK stays off. */
  dsn?: string | undefined
  /** The version of your program, such as `shop@1.4.2`. */
  release?: string | undefined
  /** Such as `production`, which is the default. */
  environment?: string | undefined
  /** Name of this machine; the host's by default in Node. */
  serverName?: string | undefined
  /** Share of events that are sent, 0 to 1. The default is 1. */
  sampleRate?: number | undefined
  /** How many breadcrumbs lead up to an event; 100 by default. */
  maxBreadcrumbs?: number | undefined
  /** Errors whose `Type: message` contains one of these, or matches it, are not sent. */
  ignoreErrors?: (string | RegExp)[] | undefined
  /** May change an event before it is sent, or keep it back with null. If it throws, the event is sent as it was. */
  beforeSend?: ((event: Event, hint: EventHint) => Event | null | Promise<Event | null>) | undefined
  /** May change a breadcrumb, or keep it back with null. */
  beforeBreadcrumb?: ((breadcrumb: Breadcrumb) => Breadcrumb | null) | undefined
  /** Adds a stack to messages too. Off by default. */
  attachStacktrace?: boolean | undefined
  /** Sends the visitor's address, cookies and request bodies as well. Off by default. */
  sendDefaultPii?: boolean | undefined
  /** A path on your own origin that passes envelopes on, for pages where blockers stop direct reports. */
  tunnel?: string | undefined
  /** Tags, user and contexts that every event starts with. */
  initialScope?:
    | { tags?: Record<string, Primitive>; user?: User; contexts?: Record<string, Record<string, unknown>> }
    | undefined
  /** Hooks into the runtime: uncaught errors, console, fetch and so on. On by default. */
  defaultIntegrations?: boolean | undefined
  /** Says on the console what the SDK does, and why it does not. */
  debug?: boolean | undefined
  /** Sends by other means than HTTP. */
  transport?: Transport | undefined
}
