import { performance } from 'node:perf_hooks'
import type { Answer } from './connection.ts'

export interface Latencies {
  p50: number
  p95: number
  p99: number
  max: number
}

export interface LoadResult {
  sent: number
  /** Answered with a 2xx. */
  acked: number
  /** Sent, but the connection ended before an answer came. */
  unanswered: number
  statuses: Record<string, number>
  ackedIds: string[]
  ackMs: Latencies
  seconds: number
  /** How late the generator itself was, where it had a schedule; a part of `ackMs`. */
  lateMs: Latencies
  /** CPU of the whole generator, divided by the requests: worth a look only in a process of its own. */
  generatorCpuUs: number
}

export interface Tally {
  /** `lateMs`: how long after it was due. */
  sent(lateMs?: number): void
  /** `sinceMs`: on the clock of `performance.now()`. */
  answered(eventId: string, answer: Answer, sinceMs: number): void
  unanswered(): void
  result(): LoadResult
}

export function startTally(onAck?: (eventId: string) => void): Tally {
  const fromMs = performance.now()
  const cpu = process.cpuUsage()
  const statuses: Record<string, number> = {}
  const ackedIds: string[] = []
  const times: number[] = []
  const lateness: number[] = []
  let unanswered = 0
  return {
    sent: (lateMs = 0) => void lateness.push(lateMs),
    answered(eventId, { status }, sinceMs) {
      statuses[status] = (statuses[status] ?? 0) + 1
      if (status < 200 || status > 299) return
      times.push(performance.now() - sinceMs)
      ackedIds.push(eventId)
      onAck?.(eventId)
    },
    unanswered: () => void (unanswered += 1),
    result() {
      const seconds = (performance.now() - fromMs) / 1000
      const { user, system } = process.cpuUsage(cpu)
      const sent = lateness.length
      return {
        sent,
        acked: ackedIds.length,
        unanswered,
        statuses,
        ackedIds,
        ackMs: latenciesOf(times),
        seconds,
        lateMs: latenciesOf(lateness),
        generatorCpuUs: sent === 0 ? 0 : (user + system) / sent,
      }
    },
  }
}

/** Zeroes if there are none. */
export function latenciesOf(times: readonly number[]): Latencies {
  const sorted = times.toSorted((one, other) => one - other)
  const at = (part: number): number => sorted[Math.ceil(part * sorted.length) - 1] ?? 0
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: sorted.at(-1) ?? 0 }
}
