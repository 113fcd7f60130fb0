import type { Runtime } from './build-event.ts'
import { Client } from './client.ts'
import { makeEventId } from './make-event-id.ts'
import type { Event, Options } from './options.ts'
import { Outbox } from './outbox.ts'
import { textOf } from './read-safely.ts'
import { registry } from './registry.ts'
import { readSettings, type Settings } from './settings.ts'
import type { Transport } from './transport.ts'

/** Puts a hook into the runtime; what it returns takes it out again. */
export type Integration = (client: Client) => () => void

/** What a door brings: everything that differs between runtimes. */
export interface Platform {
  runtime: Runtime
  makeTransport(settings: Settings): Transport
  enrich(event: Event): Promise<void>
  enrichNow(event: Event): void
  /** Before the client is made, whether or not it will report. */
  prepare(): void
  integrations: Integration[]
}

/** Makes the client of `init`. Never throws: a mistake is said once, and the SDK stays off. */
export function start(options: Options, platform: Platform): void {
  try {
    begin(options ?? {}, platform)
  } catch (error) {
    warn(`the SDK could not start: ${textOf(error)}`)
  }
}

function begin(options: Options, platform: Platform): void {
  platform.prepare()
  const settings = readSettings(options, warn)
  const unhooks: (() => void)[] = []
  const debug = (message: string, cause: unknown): void => {
    if (settings.debug === true) say('debug', `${message}: ${textOf(cause)}`)
  }
  const client = new Client({
    settings,
    runtime: platform.runtime,
    outbox: new Outbox(settings.transport ?? platform.makeTransport(settings), Date.now),
    enrich: platform.enrich,
    enrichNow: platform.enrichNow,
    unhook: () => unhooks.splice(0).forEach((unhook) => unhook()),
    now: Date.now,
    random: Math.random,
    makeEventId,
    wait,
    debug,
  })
  void registry().client?.close(0)
  registry().client = client
  applyInitialScope(settings)
  if (settings.target === undefined || settings.defaultIntegrations === false) return
  for (const integrate of platform.integrations) {
    try {
      unhooks.push(integrate(client))
    } catch (error) {
      // A worker has no window, another runtime no channels: the rest works without.
      debug('a hook could not be put in', error)
    }
  }
}

function applyInitialScope({ initialScope }: Settings): void {
  const scope = registry().globalScope
  if (initialScope?.tags !== undefined) scope.setTags(initialScope.tags)
  if (initialScope?.user !== undefined) scope.setUser(initialScope.user)
  for (const [name, context] of Object.entries(initialScope?.contexts ?? {})) scope.setContext(name, context)
}

function warn(message: string): void {
  say('warn', message)
}

/** The host may have replaced its console by one that throws. */
function say(level: 'debug' | 'warn', message: string): void {
  try {
    // oxlint-disable-next-line no-console -- The only way to reach whoever wrote the call of init.
    console[level](`[mishap] ${message}`)
  } catch {}
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const timer: unknown = setTimeout(resolve, ms)
    if (typeof timer === 'object' && timer !== null && 'unref' in timer && typeof timer.unref === 'function')
      timer.unref()
  })
}
