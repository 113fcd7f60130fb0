import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Target } from './lanes.ts'
import type { Latencies } from './load-result.ts'

export interface FloodOptions extends Target {
  perSecond: number
  seconds: number
  /** Connections, from as many addresses as the server wants to see. */
  lanes: number
  /** A part of a file of envelopes: as many as can be accepted, since only of those each needs an id of its own. */
  envelopes: { file: string; from: number; count: number }
}

export interface FloodResult {
  /** Due in the time. */
  offered: number
  sent: number
  /** All connections were waiting for an answer when it was due. */
  unsent: number
  /** Sent, but the connection ended before an answer. */
  unanswered: number
  /** Connections on which an answer had not come long after the end. */
  silent: number
  statuses: Record<string, number>
  seconds: number
  /** From the end of sending until all that was sent is answered. */
  drainSeconds: number
  ackedIds: string[]
  ackMs: Latencies
  /** Of the answers 429. */
  refusedMs: Latencies
  /** How late the sender itself was. */
  lateMs: Latencies
  /** The first few pairs of Retry-After and X-Sentry-Rate-Limits. */
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
