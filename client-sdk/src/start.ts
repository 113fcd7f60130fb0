import type { Runtime } from './build-event.ts'
import { Client } from './client.ts'
import { makeEventId } from './make-event-id.ts'
import type { Event, Options } from './options.ts'
import { createOutbox } from './outbox.ts'
import { registry } from './registry.ts'
import { readSettings, type Settings } from './settings.ts'
import type { Transport } from './transport.ts'

/** What a door brings: everything that differs between runtimes. */
export interface Platform {
  runtime: Runtime
  makeTransport(settings: Settings): Transport
  enrich(event: Event): Promise<void>
  /** Puts the hooks in; what it returns takes them out again. */
  hook(client: Client): () => void
}

/** Makes the client of `init`. Never throws: a mistake is said once, and the SDK stays off. */
export function start(options: Options, platform: Platform): void {
  try {
    begin(options ?? {}, platform)
  } catch (error) {
    console.warn(`[mishap] the SDK could not start: ${String(error)}`)
  }
}

function begin(options: Options, platform: Platform): void {
  const settings = readSettings(options, (message) => console.warn(`[mishap] ${message}`))
  const unhooks: (() => void)[] = []
  const client = new Client({
    settings,
    runtime: platform.runtime,
    outbox: createOutbox(settings.transport ?? platform.makeTransport(settings), Date.now),
    enrich: platform.enrich,
    unhook: () => unhooks.splice(0).forEach((unhook) => unhook()),
    now: Date.now,
    random: Math.random,
    makeEventId,
    debug: (message) => void (settings.debug === true && console.debug(`[mishap] ${message}`)),
  })
  void registry().client?.close(0)
  registry().client = client
  applyInitialScope(settings)
  if (settings.target !== undefined && settings.defaultIntegrations !== false)
    unhooks.push(platform.hook(client))
}

function applyInitialScope({ initialScope }: Settings): void {
  const scope = registry().globalScope
  if (initialScope?.tags !== undefined) scope.setTags(initialScope.tags)
  if (initialScope?.user !== undefined) scope.setUser(initialScope.user)
  Object.assign(scope.contexts, initialScope?.contexts)
}
