import { Client, type ClientParts } from '../client.ts'
import type { Options } from '../options.ts'
import { Outbox } from '../outbox.ts'
import type { WireEvent } from '../protocol/index.ts'
import { registry } from '../registry.ts'
import { readSettings } from '../settings.ts'
import { Scope } from '../scope.ts'

export interface TestClient {
  client: Client
  /** Waits for what was captured, and tells the events that were posted so far. */
  sent(): Promise<WireEvent[]>
  /** The envelopes as they were posted. */
  envelopes: string[]
}

export const dsn = 'https://0123456789abcdef0123456789abcdef@errors.example.org/7'
export const now = Date.UTC(2026, 0, 2, 3, 4, 5)

/** A client with a clock that stands, ids that count, and a post that only remembers. It becomes the program's. */
export function aClient(options: Options = {}, parts: Partial<ClientParts> = {}): TestClient {
  const envelopes: string[] = []
  let lastId = 0
  const outbox = new Outbox(
    async (envelope) => {
      envelopes.push(envelope)
      return { status: 200, rateLimits: undefined, retryAfter: undefined }
    },
    () => now,
  )
  const client = new Client({
    settings: readSettings({ dsn, ...options }, () => {}),
    runtime: {
      platform: 'node',
      sdkName: 'mishap.javascript.node',
      serverName: () => 'web-1',
      contexts: () => ({ runtime: { name: 'node', version: 'v20.0.0' } }),
    },
    outbox,
    enrich: async () => {},
    enrichNow: () => {},
    unhook: () => {},
    now: () => now,
    random: () => 0.5,
    makeEventId: () => String((lastId += 1)).padStart(32, '0'),
    wait: () => new Promise(() => {}),
    debug: () => {},
    ...parts,
  })
  registry().client = client
  registry().globalScope = new Scope()
  return {
    client,
    envelopes,
    async sent() {
      await client.flush(1_000)
      return envelopes.map(eventOf)
    },
  }
}

/** The event in an envelope's first item. */
export function eventOf(envelope: string): WireEvent {
  return JSON.parse(envelope.split('\n')[2] ?? '')
}
