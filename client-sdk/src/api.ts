import { isErrorLike } from './build-exceptions.ts'
import { scopeWithHint, type CaptureHint } from './capture-hint.ts'
import { noEventId } from './make-event-id.ts'
import type { Breadcrumb, Event, Level, Mechanism, Primitive, User } from './options.ts'
import { learnOwnPlaces } from './own-places.ts'
import { textOf } from './read-safely.ts'
import { currentScope, registry, runWithScope, type ScopeStorage } from './registry.ts'
import type { Scope } from './scope.ts'
import { stackOfCaller } from './stack-of-caller.ts'

const defaultTimeoutMs = 2_000
const byHand: Mechanism = { type: 'generic', handled: true }

/**
 * Reports an error, or anything else that was thrown, and returns the id of its event at once. Never throws. The
 * same error object is reported once, however often and from wherever it is captured.
 *
 *     try { checkout(cart) } catch (error) { Mishap.captureException(error, { tags: { cart: cart.id } }) }
 */
export function captureException(error: unknown, hint?: CaptureHint): string {
  return safely(noEventId, () => {
    const { client } = registry()
    if (client === undefined) return noEventId
    const mechanism = (typeof hint === 'object' ? hint?.mechanism : undefined) ?? byHand
    const stack = isErrorLike(error) ? undefined : stackOfCaller(captureException)
    return client.captureException(error, hinted(hint), mechanism, stack)
  })
}

/** Reports a message. `level` is `info` unless given. */
export function captureMessage(message: string, hint: Level | CaptureHint = 'info'): string {
  return safely(noEventId, () => {
    const { client } = registry()
    if (client === undefined) return noEventId
    const stack = client.settings.attachStacktrace ? stackOfCaller(captureMessage) : undefined
    return typeof hint === 'string'
      ? client.captureMessage(textOf(message), textOf(hint, 20) as Level, currentScope(), stack)
      : client.captureMessage(textOf(message), 'info', hinted(hint), stack)
  })
}

/** Reports an event that you have built; what it leaves out is filled in from the scope. */
export function captureEvent(event: Partial<Event>): string {
  return safely(noEventId, () => registry().client?.captureEvent(event, currentScope()) ?? noEventId)
}

/**
 * Runs `work` with a copy of the current scope: what is set on it applies to what is captured inside, also after
 * an await where the runtime can keep it (Node), and to nothing else.
 */
export function withScope<Result>(work: (scope: Scope) => Result): Result {
  learnScopePlaces()
  const scope = currentScope().clone()
  return runWithScope(scope, () => work(scope))
}

/** `null` before the first time. */
let learnedWith: ScopeStorage | undefined | null = null

/** The way through `withScope` is another one when `init` has brought a storage. */
function learnScopePlaces(): void {
  const { storage } = registry()
  if (learnedWith === storage) return
  learnedWith = storage
  learnOwnPlaces((probe) => withScope(probe))
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
export function addBreadcrumb(breadcrumb: Breadcrumb, scope?: Scope): void {
  safely(undefined, () => registry().client?.addBreadcrumb(breadcrumb, scope ?? currentScope()))
}

/** The id of the last event that was captured, within a request the last of this request. */
export function lastEventId(): string | undefined {
  return safely(undefined, () => currentScope().journey.lastEventId)
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

/** A hint that cannot be read costs the hint, not the event. */
function hinted(hint: CaptureHint | undefined): Scope {
  const scope = currentScope()
  return safely(scope, () => scopeWithHint(scope, hint))
}

/** Nothing thrown inside the SDK reaches the program that it watches. */
function safely<Result>(fallback: Result, work: () => Result): Result {
  try {
    return work()
  } catch {
    return fallback
  }
}
