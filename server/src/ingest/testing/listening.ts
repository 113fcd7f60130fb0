import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { parseEnvelope } from '@mishap/sdk/protocol'
import { createLimiter, defaultLimitSettings, type LimitSettings } from '../../domain/limits/index.ts'
import type { Answer, Arrival } from '../arrival.ts'
import type { KeyHolder } from '../authenticate.ts'
import { buildListener } from '../listener.ts'
import type { Refusal } from '../refusals/refusal.ts'
import type { RefusedAtDoor } from '../refusals/refused-tally.ts'

/** Project 7 has an active and a disabled key, project 8 one of its own. */
export const key = 'ab'.repeat(16)
export const disabledKey = 'cd'.repeat(16)
export const otherKey = 'ef'.repeat(16)
export const eventId = '0123456789abcdef0123456789abcdef'
export const wireBytes = 12_000

type Submitted = Omit<Arrival, 'kind' | 'id'>

interface Noted extends RefusedAtDoor {
  outcome: string
  status: number
}

export interface Listening {
  port: number
  submitted: Submitted[]
  failures: unknown[]
  noted: Noted[]
  stop(): Promise<void>
}

interface Setting {
  digest?: (arrival: Submitted) => Promise<Answer>
  /** Is asked for every byte of a body. */
  makeRoom?: (bytes: number) => void
  trustedProxies?: number
  /** What is refused is like what was refused before. */
  isFlooded?: boolean
  limits?: Partial<LimitSettings>
  storeTrouble?: string
}

const accepted: Answer = { status: 200, body: { id: eventId }, events: 1 }

/** A server with nothing but ingest, which gives what it takes to the test. */
export async function listening(setting: Setting = {}): Promise<Listening> {
  const submitted: Submitted[] = []
  const failures: unknown[] = []
  const noted: Noted[] = []
  const holders = holdersOf({ ...defaultLimitSettings, ...setting.limits })
  const server = createServer(
    buildListener({
      app: (_, response) => response.end('app'),
      trustedProxies: setting.trustedProxies ?? 0,
      wireBytes,
      now: () => 1_000,
      logFailure: (error) => failures.push(error),
      findKey: async (publicKey) => holders.get(publicKey),
      storeTrouble: () => setting.storeTrouble,
      hasProject: (projectId) => projectId === 7 || projectId === 8,
      limiter: createLimiter(),
      tally: {
        note: (source: RefusedAtDoor, outcome: string, { status }: Refusal) =>
          noted.push({ ...source, outcome, status }),
        noteAgain: () => setting.isFlooded ?? false,
        flush: async () => undefined,
      },
      digest: () => ({
        expectRoom: setting.makeRoom ?? (() => undefined),
        hold: setting.makeRoom ?? (() => undefined),
        assign: () => undefined,
        end: () => undefined,
        send: async (arrival) => {
          submitted.push(arrival)
          return setting.digest?.(arrival) ?? accepted
        },
      }),
    }),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { port: (server.address() as AddressInfo).port, submitted, failures, noted, stop }
}

function holdersOf(limits: LimitSettings): Map<string, KeyHolder> {
  const holder = (publicKey: string, projectId: number, status: KeyHolder['status']) =>
    [publicKey, { publicKey, projectId, status, settings: { limits } }] as const
  return new Map([
    holder(key, 7, 'active'),
    holder(disabledKey, 7, 'disabled'),
    holder(otherKey, 8, 'active'),
  ])
}

/** The envelope that was handed over last: its headers, and its items with what they hold. */
export function lastEnvelope({ submitted }: Listening) {
  const { headers, items } = parseEnvelope(submitted.at(-1)?.body ?? new Uint8Array())
  return {
    headers,
    items: items.map((item) => ({
      headers: item.headers,
      text: Buffer.from(item.payload).toString('latin1'),
    })),
  }
}
