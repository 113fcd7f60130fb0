import { buildExceptions, type Mechanism } from './build-exceptions.ts'
import { normaliseValue } from './normalise-value.ts'
import { parseStack } from './parse-stack.ts'
import type { Event, Level } from './options.ts'
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

export function buildErrorEvent(
  parts: EventParts,
  error: unknown,
  mechanism: Mechanism,
  syntheticStack: string | undefined,
): Event {
  const { values, thrown } = buildExceptions(error, mechanism, syntheticStack)
  const event = buildBase(parts, mechanism.handled ? 'error' : 'fatal')
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
  const frames = parseStack(stack)
  if (frames.length === 0) return event
  const mechanism = { type: 'generic', handled: true, synthetic: true }
  return { ...event, exception: { values: [{ value: message, stacktrace: { frames }, mechanism }] } }
}

/** Copies the scope at once: what the program changes later does not reach an event that it has reported. */
export function buildBase({ settings, runtime, scope, eventId, now }: EventParts, level: Level): Event {
  const described = scope.describeRequest?.()
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

/** Data as it goes over the wire; what cannot is described in words. Objects stay objects. */
function plain<Shape extends object>(value: Shape): Shape {
  return normaliseValue(value) as Shape
}
