import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Target } from './lanes.ts'
import type { Latencies } from './load-result.ts'

export interface FloodOptions extends Target {
  perSecond: number
  seconds: number
  /** Connections, from as many addresses as the server wants to see. */
  lanes: number
  /** So many events of their own: as many as can be accepted. */
  envelopes: number
  seed: number
  /** Of the sender's process: with 19 it leaves the processors to the server, as a sender on another machine does. */
  niceness?: number
}

export interface FloodResult {
  /** Due in the time. */
  offered: number
  sent: number
  /** All connections were waiting for an answer when it was due. */
  unsent: number
  /** Sent, but the connection ended or said nothing. */
  unanswered: number
  statuses: Record<string, number>
  seconds: number
  ackedIds: string[]
  ackMs: Latencies
  /** Of the answers 429. */
  refusedMs: Latencies
  /** How late the sender itself was. */
  lateMs: Latencies
  /** The first few values of Retry-After and X-Sentry-Rate-Limits. */
  limits: string[]
  /** Of the sender. */
  cpuSeconds: number
}

const program = fileURLToPath(new URL('flood-process.ts', import.meta.url))

/** Sends at a rate beyond what the server can take, from a process of its own, so that who measures beside it is not held up. */
export function flood(options: FloodOptions): Promise<FloodResult> {
  return new Promise((resolve, reject) => {
    const child = fork(program, { execArgv: ['--import', 'tsx'] })
    child.once('message', (result: FloodResult) => resolve(result))
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`The flood ended with ${code}.`)))
    child.send(options)
  })
}
