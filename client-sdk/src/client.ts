import { buildErrorEvent, buildGivenEvent, buildMessageEvent } from './build-event.ts'
import type { EventParts, Runtime } from './build-event.ts'
import { createHostHooks, type HostHooks } from './host-hooks.ts'
import { isIgnored } from './is-ignored.ts'
import { noEventId } from './make-event-id.ts'
import type { Breadcrumb, Event, EventHint, Level, Mechanism } from './options.ts'
import type { Outbox } from './outbox.ts'
import { isObject, isRecord } from './read-safely.ts'
import { currentScope, registry } from './registry.ts'
import type { Reporter } from './reporter.ts'
import type { Scope } from './scope.ts'
import { serialiseEvent } from './serialise-event.ts'
import type { Settings } from './settings.ts'

export interface ClientParts {
  settings: Settings
  runtime: Runtime
  outbox: Outbox
  /** Adds what takes time to find, such as source lines. */
  enrich(event: Event): Promise<void>
  /** The same when there is no later. */
  enrichNow(event: Event): void
  /** Takes the hooks out of the runtime. */
  unhook(): void
  now(): number
  random(): number
  makeEventId(): string
  /** Resolves after that time, and does not keep the process alive for it. */
  wait(ms: number): Promise<void>
  debug(message: string, cause: unknown): void
}

const hookMs = 5_000
/** Events whose source lines or hooks are not ready: a hook that never answers must not fill the memory. */
const mostUnderway = 100

interface Underway {
  event: Event
  hint: EventHint
  /** The host's hook has it, and is not asked again. */
  isWithHost: boolean
}

/** The one stateful object: from a captured error to an envelope in the outbox. */
export class Client implements Reporter {
  readonly settings: Settings
  readonly #parts: ClientParts
  readonly #hooks: HostHooks
  /** What is in here was not delivered yet; whoever delivers it takes it out first. */
  readonly #underway = new Map<Underway, Promise<void>>()
  #isClosed = false

  constructor(parts: ClientParts) {
    const { settings, wait, debug } = parts
    this.#parts = parts
    this.settings = settings
    this.#hooks = createHostHooks({ settings, waitForHook: () => wait(hookMs), debug })
  }

  /** Returns the event's id at once; what was reported before keeps the id it got. */
  captureException(error: unknown, scope: Scope, mechanism: Mechanism, stack?: string): string {
    const known = isObject(error) ? registry().reported.get(error) : undefined
    if (known !== undefined) return known
    const build = (parts: EventParts): Event => buildErrorEvent(parts, { error, mechanism, stack }, 'error')
    const eventId = this.#submit(scope, build, { originalException: error })
    if (isObject(error) && eventId !== noEventId) registry().reported.set(error, eventId)
    return eventId
  }

  captureMessage(message: string, level: Level, scope: Scope, stack?: string): string {
    return this.#submit(scope, (parts) => buildMessageEvent(parts, message, level, stack), {})
  }

  captureEvent(event: Partial<Event>, scope: Scope): string {
    if (!isRecord(event)) return noEventId
    const given = event.event_id
    const eventId = typeof given === 'string' && /^[0-9a-f]{32}$/.test(given) ? given : undefined
    return this.#submit(scope, (parts) => buildGivenEvent(parts, event), {}, eventId)
  }

  addBreadcrumb(breadcrumb: Breadcrumb, scope: Scope): void {
    if (!this.#isOn() || !isRecord(breadcrumb)) return
    const kept = this.#hooks.beforeBreadcrumb({ timestamp: this.#parts.now() / 1_000, ...breadcrumb })
    if (kept !== null) scope.addBreadcrumb(kept, this.settings.maxBreadcrumbs)
  }

  /** What is to be delivered when an error ends the process: its own event, if any, and all that was not sent yet. */
  lastWords(error: unknown, scope: Scope, mechanism: Mechanism): string[] {
    if (!this.#isOn()) return []
    const own = this.#lastEvent(error, scope, mechanism)
    return this.takeUnsent(own === undefined ? [] : [own])
  }

  /** What was captured and not sent, for a delivery that cannot wait. Nothing is sent twice: the outbox is empty after. */
  takeUnsent(first: string[] = []): string[] {
    const underway = [...this.#underway.keys()]
    this.#underway.clear()
    const finished = underway.flatMap(({ event, hint, isWithHost }) => {
      // Of a hook that has not answered yet, the event is taken as it is.
      const envelope = isWithHost ? this.#serialise(event) : this.#finishNow(event, hint)
      return envelope ?? []
    })
    return this.#parts.outbox.takeUnsent([...first, ...finished])
  }

  async flush(timeoutMs: number): Promise<boolean> {
    const { now, wait, outbox } = this.#parts
    const until = now() + timeoutMs
    await Promise.race([Promise.allSettled(this.#underway.values()), wait(timeoutMs)])
    const isSent = await outbox.drained(Math.max(0, until - now()))
    return isSent && this.#underway.size === 0
  }

  async close(timeoutMs: number): Promise<boolean> {
    this.#parts.unhook()
    const isDrained = await this.flush(timeoutMs)
    this.#isClosed = true
    return isDrained
  }

  #isOn(): boolean {
    return (
      !this.#isClosed &&
      this.settings.target !== undefined &&
      !this.#hooks.isRunning() &&
      !currentScope().isMuted
    )
  }

  #submit(
    scope: Scope,
    build: (parts: EventParts) => Event,
    hint: EventHint,
    eventId: string = this.#parts.makeEventId(),
  ): string {
    const { outbox, debug } = this.#parts
    if (!this.#isOn()) return noEventId
    scope.journey.lastEventId = eventId
    try {
      this.#start(build(this.#eventParts(scope, eventId)), hint)
    } catch (error) {
      outbox.countDrop('internal_sdk_error')
      debug('an event could not be built', error)
    }
    return eventId
  }

  #start(event: Event, hint: EventHint): void {
    const { outbox, random } = this.#parts
    if (isIgnored(event, this.settings.ignoreErrors)) return outbox.countDrop('event_processor')
    if (random() >= this.settings.sampleRate) return outbox.countDrop('sample_rate')
    if (this.#underway.size >= mostUnderway) return outbox.countDrop('queue_overflow')
    const one: Underway = { event, hint, isWithHost: false }
    const sending = this.#send(one).catch(() => {
      if (this.#underway.delete(one)) outbox.countDrop('internal_sdk_error')
    })
    this.#underway.set(one, sending)
  }

  /** `takeUnsent` may come in at each wait. */
  async #send(one: Underway): Promise<void> {
    const { outbox, enrich } = this.#parts
    await enrich(one.event)
    if (!this.#underway.has(one)) return
    one.isWithHost = true
    const final = await this.#hooks.beforeSend(one.event, one.hint)
    if (!this.#underway.has(one)) return
    const envelope = final === null ? undefined : this.#serialise(final)
    this.#underway.delete(one)
    if (envelope === undefined) outbox.countDrop('before_send')
    else outbox.add(envelope)
  }

  #lastEvent(error: unknown, scope: Scope, mechanism: Mechanism): string | undefined {
    const { makeEventId, random, enrichNow } = this.#parts
    if (isObject(error) && registry().reported.has(error)) return undefined
    const event = buildErrorEvent(this.#eventParts(scope, makeEventId()), { error, mechanism }, 'fatal')
    if (isIgnored(event, this.settings.ignoreErrors) || random() >= this.settings.sampleRate) return undefined
    enrichNow(event)
    return this.#finishNow(event, { originalException: error })
  }

  #finishNow(event: Event, hint: EventHint): string | undefined {
    const final = this.#hooks.beforeSendNow(event, hint)
    return final === null ? undefined : this.#serialise(final)
  }

  #eventParts(scope: Scope, eventId: string): EventParts {
    const { settings, runtime, now } = this.#parts
    return { settings, runtime, scope, eventId, now: now() }
  }

  #serialise(event: Event): string {
    return serialiseEvent(event, this.settings, this.#parts.runtime, this.#parts.now())
  }
}
