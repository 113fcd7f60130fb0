import type { Mechanism } from './build-exceptions.ts'
import type { Breadcrumb, Event, Level, Primitive, User } from './options.ts'
import { currentScope, registry } from './registry.ts'
import type { Scope } from './scope.ts'

const defaultTimeoutMs = 2_000
const byHand: Mechanism = { type: 'generic', handled: true }
/** Given where there is no client, so that a page can always show an id of the right form. */
const noEventId = '0'.repeat(32)

/**
 * Reports an error, or anything else that was thrown, and returns the id of its event at once. Never throws. The
 * same error object is reported once, however often and from wherever it is captured.
 *
 *     try { checkout(cart) } catch (error) { Mishap.captureException(error) }
 */
export function captureException(error: unknown, mechanism: Mechanism = byHand): string {
  return safely(noEventId, () =>
    remember(registry().client?.captureException(error, currentScope(), mechanism)),
  )
}

/** Reports a message. `level` is `info` unless given. */
export function captureMessage(message: string, level: Level = 'info'): string {
  return safely(noEventId, () =>
    remember(registry().client?.captureMessage(String(message), level, currentScope())),
  )
}

/** Reports an event that you have built; what it leaves out is filled in from the scope. */
export function captureEvent(event: Partial<Event>): string {
  return safely(noEventId, () => remember(registry().client?.captureEvent(event, currentScope())))
}

/**
 * Runs `work` with a copy of the current scope: what is set on it applies to what is captured inside, also after
 * an await where the runtime can keep it (Node), and to nothing else.
 */
export function withScope<Result>(work: (scope: Scope) => Result): Result {
  const scope = currentScope().clone()
  const { storage, stack } = registry()
  if (storage !== undefined) return storage.run(scope, () => work(scope))
  stack.push(scope)
  try {
    return work(scope)
  } finally {
    stack.splice(stack.lastIndexOf(scope), 1)
  }
}

/** Says whom events happen to from here on; `null` forgets it. */
export function setUser(user: User | null): void {
  safely(undefined, () => currentScope().setUser(user))
}

/** A tag is a short value that issues are searched and counted by. */
export function setTag(key: string, value: Primitive): void {
  safely(undefined, () => currentScope().setTag(key, value))
}

export function setTags(tags: Record<string, Primitive>): void {
  safely(undefined, () => currentScope().setTags(tags))
}

/** Any data that helps to understand an event; it is shown, not searched. */
export function setExtra(key: string, value: unknown): void {
  safely(undefined, () => currentScope().setExtra(key, value))
}

/** Data under a heading of its own. `null` takes it away. */
export function setContext(name: string, context: Record<string, unknown> | null): void {
  safely(undefined, () => currentScope().setContext(name, context))
}

/** Notes something that happened; the last ones are shown with the next event. */
export function addBreadcrumb(breadcrumb: Breadcrumb): void {
  safely(undefined, () => {
    const client = registry().client
    if (client === undefined || client.isInHook) return
    const { maxBreadcrumbs, beforeBreadcrumb } = client.settings
    const kept = beforeBreadcrumb === undefined ? breadcrumb : beforeBreadcrumb(breadcrumb)
    if (kept !== null)
      currentScope().addBreadcrumb({ timestamp: Date.now() / 1_000, ...kept }, maxBreadcrumbs)
  })
}

/** The id of the last event that was captured, if any. */
export function lastEventId(): string | undefined {
  return registry().lastEventId
}

/** Waits until what was captured has been sent. False when that took longer than `timeoutMs`. */
export async function flush(timeoutMs: number = defaultTimeoutMs): Promise<boolean> {
  return (await registry().client?.flush(timeoutMs)) ?? true
}

/** Like `flush`, and turns the SDK off. */
export async function close(timeoutMs: number = defaultTimeoutMs): Promise<boolean> {
  const { client } = registry()
  registry().client = undefined
  return (await client?.close(timeoutMs)) ?? true
}

function remember(eventId: string | undefined): string {
  if (eventId !== undefined) registry().lastEventId = eventId
  return eventId ?? noEventId
}

/** Nothing thrown inside the SDK reaches the program that it watches. */
function safely<Result>(fallback: Result, work: () => Result): Result {
  try {
    return work()
  } catch {
    return fallback
  }
}
