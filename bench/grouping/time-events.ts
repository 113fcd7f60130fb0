import { performance } from 'node:perf_hooks'
import type { Event } from '../../server/src/domain/event/event.ts'

/** The first half only warms up: regular expressions and functions are compiled on their first uses. */
const rounds = 40

/** Microseconds for each event: the median of several rounds, since a busy machine interrupts any single one. */
export function timeEvents(
  events: Event[],
  group: (event: Event) => unknown,
): { p50Us: number; p99Us: number } {
  const runs = Array.from({ length: rounds }, () => events.map((event) => timeOnce(event, group)))
  const warm = runs.slice(rounds / 2)
  const times = events.map((_, index) =>
    quantile(
      warm.map((run) => run[index] ?? 0),
      0.5,
    ),
  )
  return { p50Us: Math.round(quantile(times, 0.5)), p99Us: Math.round(quantile(times, 0.99)) }
}

function timeOnce(event: Event, group: (event: Event) => unknown): number {
  const start = performance.now()
  group(event)
  return (performance.now() - start) * 1000
}

function quantile(values: number[], q: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(q * (values.length - 1))] ?? 0
}
