import { isErrorLike, type Mechanism } from './build-exceptions.ts'
import {
  buildBase,
  buildErrorEvent,
  buildMessageEvent,
  type EventParts,
  type Runtime,
} from './build-event.ts'
import type { Event, EventHint, Level } from './options.ts'
import type { Outbox } from './outbox.ts'
import { serialiseEnvelope } from './protocol/index.ts'
import { registry } from './registry.ts'
import type { Scope } from './scope.ts'
import type { Settings } from './settings.ts'

export interface ClientParts {
  settings: Settings
  runtime: Runtime
  outbox: Outbox
  /** Adds what takes time to find, such as source lines. */
  enrich(event: Event): Promise<void>
  /** Takes the hooks out of the runtime. */
  unhook(): void
  now(): number
  random(): number
  makeEventId(): string
  debug(message: string): void
}

/** The one stateful object: from a captured error to an envelope in the outbox. */
export class Client {
  readonly settings: Settings
  readonly #parts: ClientParts
  readonly #underway = new Set<Promise<void>>()
  #isClosed = false
  /** Hooks are the host's code: what they log or throw must not come back in. */
  #isInHook = false

  constructor(parts: ClientParts) {
    this.#parts = parts
    this.settings = parts.settings
  }

  /** Returns the event's id at once; an error that was reported before keeps the id it got. */
  captureException(error: unknown, scope: Scope, mechanism: Mechanism): string {
    const known = isErrorLike(error) ? registry().reported.get(error) : undefined
    if (known !== undefined) return known
    const eventId = this.#parts.makeEventId()
    if (isErrorLike(error)) registry().reported.set(error, eventId)
    const stack = isErrorLike(error) ? undefined : new Error('thrown').stack
    this.#submit(() => buildErrorEvent(this.#eventParts(scope, eventId), error, mechanism, stack), {
      originalException: error,
    })
    return eventId
  }

  captureMessage(message: string, level: Level, scope: Scope): string {
    const eventId = this.#parts.makeEventId()
    const stack = this.settings.attachStacktrace ? new Error('message').stack : undefined
    this.#submit(() => buildMessageEvent(this.#eventParts(scope, eventId), message, level, stack), {})
    return eventId
  }

  captureEvent(event: Partial<Event>, scope: Scope): string {
    const eventId = event.event_id ?? this.#parts.makeEventId()
    this.#submit(
      () => ({
        ...buildBase(this.#eventParts(scope, eventId), event.level ?? 'error'),
        ...event,
        event_id: eventId,
      }),
      {},
    )
    return eventId
  }

  /** The envelope of an error that ends the process, for a delivery that cannot wait; undefined when it is not to be sent. */
  buildLastEnvelope(
    error: unknown,
    scope: Scope,
    mechanism: Mechanism,
    enrichNow: (event: Event) => void,
  ): string | undefined {
    if (this.#isClosed || (isErrorLike(error) && registry().reported.has(error))) return undefined
    const event = buildErrorEvent(
      this.#eventParts(scope, this.#parts.makeEventId()),
      error,
      mechanism,
      undefined,
    )
    if (this.#isIgnored(event)) return undefined
    enrichNow(event)
    const final = this.#runHook(() => this.settings.beforeSend?.(event, { originalException: error }), event)
    if (final === null) return undefined
    // There is no time left for a hook that answers later: the event goes as it was.
    return this.#serialise(final === undefined || final instanceof Promise ? event : final)
  }

  async flush(timeoutMs: number): Promise<boolean> {
    await Promise.race([Promise.allSettled([...this.#underway]), waitUnref(timeoutMs)])
    return this.#parts.outbox.drained(timeoutMs)
  }

  async close(timeoutMs: number): Promise<boolean> {
    this.#parts.unhook()
    const isDrained = await this.flush(timeoutMs)
    this.#isClosed = true
    return isDrained
  }

  get isInHook(): boolean {
    return this.#isInHook
  }

  #eventParts(scope: Scope, eventId: string): EventParts {
    const { settings, runtime, now } = this.#parts
    return { settings, runtime, scope, eventId, now: now() }
  }

  #submit(build: () => Event, hint: EventHint): void {
    if (this.#isClosed || this.#isInHook || this.settings.target === undefined) return
    try {
      const sending = this.#send(build(), hint).catch(() =>
        this.#parts.outbox.countDrop('internal_sdk_error'),
      )
      this.#underway.add(sending)
      void sending.finally(() => this.#underway.delete(sending))
    } catch (error) {
      this.#parts.outbox.countDrop('internal_sdk_error')
      this.#parts.debug(`an event could not be built: ${String(error)}`)
    }
  }

  async #send(event: Event, hint: EventHint): Promise<void> {
    if (this.#isIgnored(event)) return this.#parts.outbox.countDrop('event_processor')
    if (this.#parts.random() >= this.settings.sampleRate) return this.#parts.outbox.countDrop('sample_rate')
    await this.#parts.enrich(event)
    const final = await this.#beforeSend(event, hint)
    if (final === null) return this.#parts.outbox.countDrop('before_send')
    this.#parts.outbox.add(this.#serialise(final))
  }

  async #beforeSend(event: Event, hint: EventHint): Promise<Event | null> {
    const { beforeSend } = this.settings
    if (beforeSend === undefined) return event
    try {
      return await this.#runHook(() => beforeSend(event, hint), event)
    } catch {
      return event
    }
  }

  #runHook<Result>(hook: () => Result, fallback: Result): Result {
    this.#isInHook = true
    try {
      return hook()
    } catch (error) {
      this.#parts.debug(`beforeSend threw: ${String(error)}`)
      return fallback
    } finally {
      this.#isInHook = false
    }
  }

  #isIgnored({ exception, message }: Event): boolean {
    const last = exception?.values.at(-1)
    const text = last === undefined ? (message ?? '') : `${last.type ?? ''}: ${last.value ?? ''}`
    return (this.settings.ignoreErrors ?? []).some((pattern) =>
      typeof pattern === 'string' ? text.includes(pattern) : pattern.test(text),
    )
  }

  #serialise(event: Event): string {
    const { runtime, now } = this.#parts
    const headers = {
      event_id: event.event_id,
      sent_at: new Date(now()).toISOString(),
      sdk: { name: runtime.sdkName, version: event.sdk.version },
      ...(this.settings.tunnel !== undefined && { dsn: this.settings.dsn }),
    }
    return serialiseEnvelope(headers, [{ headers: { type: 'event' }, payload: event }])
  }
}

function waitUnref(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const timer: unknown = setTimeout(resolve, ms)
    if (typeof timer === 'object' && timer !== null && 'unref' in timer && typeof timer.unref === 'function')
      timer.unref()
  })
}
