import { buildExceptions } from './build-exceptions.ts'
import { normaliseValue } from './normalise-value.ts'
import type { Event, Level, Mechanism } from './options.ts'
import { hostFrames } from './own-places.ts'
import type { Scope } from './scope.ts'
import type { Settings } from './settings.ts'

/** What the runtime adds: its platform, its name for the SDK, and contexts such as its version. */
export interface Runtime {
  platform: 'node' | 'javascript'
  sdkName: string
  serverName(): string | undefined
  contexts(): Record<string, Record<string, unknown>>
}

export interface EventParts {
  settings: Settings
  runtime: Runtime
  scope: Scope
  eventId: string
  now: number
}

export interface Thrown {
  error: unknown
  mechanism: Mechanism
  /** Where it was captured, for what has no stack of its own. */
  stack?: string | undefined
}

export function buildErrorEvent(parts: EventParts, { error, mechanism, stack }: Thrown, level: Level): Event {
  const { values, thrown } = buildExceptions(error, mechanism, stack)
  const event = buildBase(parts, level)
  return {
    ...event,
    exception: { values },
    ...(thrown !== undefined && { extra: { ...event.extra, thrown } }),
  }
}

export function buildMessageEvent(
  parts: EventParts,
  message: string,
  level: Level,
  stack: string | undefined,
): Event {
  const event: Event = { ...buildBase(parts, level), message }
  const frames = hostFrames(stack)
  if (frames.length === 0) return event
  const mechanism = { type: 'generic', handled: true, synthetic: true }
  return { ...event, exception: { values: [{ value: message, stacktrace: { frames }, mechanism }] } }
}

/** An event of the program's own making; what it leaves out comes from the scope. */
export function buildGivenEvent(parts: EventParts, given: Partial<Event>): Event {
  const base = buildBase(parts, given.level ?? 'error')
  return {
    ...base,
    ...given,
    event_id: base.event_id,
    tags: { ...base.tags, ...plain(given.tags ?? {}) },
    extra: { ...base.extra, ...plain(given.extra ?? {}) },
    contexts: { ...base.contexts, ...plain(given.contexts ?? {}) },
    ...(given.user !== undefined && { user: plain(given.user) }),
  }
}

/** Copies the scope at once: what the program changes later does not reach an event that it has reported. */
function buildBase({ settings, runtime, scope, eventId, now }: EventParts, level: Level): Event {
  const described = describeSafely(scope)
  const transaction = scope.transaction ?? described?.transaction
  const serverName = settings.serverName ?? runtime.serverName()
  return {
    event_id: eventId,
    timestamp: now / 1_000,
    platform: runtime.platform,
    level: scope.level ?? level,
    environment: settings.environment,
    ...(settings.release !== undefined && { release: settings.release }),
    ...(serverName !== undefined && { server_name: serverName }),
    ...(transaction !== undefined && { transaction }),
    ...(described !== undefined && { request: described.request }),
    ...(scope.user !== undefined && { user: plain(scope.user) }),
    ...(scope.fingerprint !== undefined && { fingerprint: [...scope.fingerprint] }),
    tags: { ...scope.tags },
    extra: plain(scope.extra),
    contexts: { ...runtime.contexts(), ...plain(scope.contexts) },
    breadcrumbs: scope.breadcrumbs.slice(),
    sdk: { name: runtime.sdkName, version: sdkVersion },
  }
}

/** Kept equal to `package.json` by a test. */
export const sdkVersion = '0.1.0'

/** An event without its request is better than none. */
function describeSafely(scope: Scope): ReturnType<NonNullable<Scope['describeRequest']>> | undefined {
  try {
    return scope.describeRequest?.()
  } catch {
    return undefined
  }
}

/** Data as it goes over the wire; what cannot is described in words. Objects stay objects. */
function plain<Shape extends object>(value: Shape): Shape {
  return normaliseValue(value) as Shape
}
