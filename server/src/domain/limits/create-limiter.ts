import type { Limited, LimitReason, LimitSettings } from './limit-settings.ts'
import { createMonthCounts, type MonthCount } from './month-counts.ts'
import { createRecentMap, type RecentMap } from './recent-map.ts'
import { fullBucket, refill, take, waitMs, type TokenBucket } from './token-bucket.ts'
import { utcMonth } from './utc-month.ts'

export interface Arrival {
  projectId: number
  publicKey: string
  settings: LimitSettings
  /** When the server had it: a client's clock decides nothing here. */
  nowMs: number
  /** How many events it counts for. */
  weight: number
}

export interface Limiter {
  /** Takes from all limits or, when one of them refuses, from none. */
  admit(arrival: Arrival): { kind: 'admitted' } | Limited
  /** Takes from all limits, whatever is left in them: what they owe delays who comes next. */
  charge(arrival: Arrival): void
  /** Gives back what was taken for an arrival that brought less. */
  refund(arrival: Arrival): void
  /** What is already known of a month, such as "2026-01", from before this process or from others; never lowers. */
  seedMonth(projectId: number, month: string, count: number): void
}

/** Clients stay silent for as long as they are told, and a limit may be raised meanwhile. */
const mostSeconds = 300
const admitted = { kind: 'admitted' } as const

/**
 * `mostTracked` bounds the keys and the projects that it remembers, each about 130 bytes. Beyond it, those unused for
 * longest are forgotten: a bucket that was left alone for a minute is full again, which is what a new one is.
 */
export function createLimiter({ mostTracked = 100_000 } = {}): Limiter {
  const keys = createRecentMap<string, TokenBucket>(mostTracked)
  const projects = createRecentMap<number, TokenBucket>(mostTracked)
  const counts = createMonthCounts(mostTracked)
  let month = utcMonth(0)

  function countOf(projectId: number, nowMs: number): MonthCount {
    if (nowMs < month.startMs || nowMs >= month.endMs) month = utcMonth(nowMs)
    return counts.of(projectId, month.name)
  }

  function bucketsOf({ projectId, publicKey, settings, nowMs }: Arrival) {
    return {
      ofKey: bucketOf(keys, publicKey, settings.keyPerMinute, nowMs),
      ofProject: bucketOf(projects, projectId, settings.projectPerMinute, nowMs),
    }
  }

  function charge(arrival: Arrival, weight: number): void {
    const { ofKey, ofProject } = bucketsOf(arrival)
    if (ofKey) take(ofKey, weight)
    if (ofProject) take(ofProject, weight)
    const ofMonth = countOf(arrival.projectId, arrival.nowMs)
    // What is given back just after the turn of a month was taken from the one before.
    ofMonth.count = Math.max(0, ofMonth.count + weight)
  }

  return {
    admit(arrival) {
      const { projectId, settings, nowMs, weight } = arrival
      // What counts for nothing goes on, however much the others owe.
      if (weight === 0) return admitted
      const { ofKey, ofProject } = bucketsOf(arrival)
      // Counted without a quota too: one that is set in the middle of a month holds for all of it.
      const ofMonth = countOf(projectId, nowMs)
      const isUsedUp = settings.projectPerMonth !== null && ofMonth.count + weight > settings.projectPerMonth
      const refusal = longestWait(
        ofKey ? waitMs(ofKey, weight) : 0,
        ofProject ? waitMs(ofProject, weight) : 0,
        isUsedUp ? month.endMs - nowMs : 0,
      )
      if (refusal) return refusal
      charge(arrival, weight)
      return admitted
    },

    charge: (arrival) => charge(arrival, arrival.weight),
    refund: (arrival) => charge(arrival, -arrival.weight),

    seedMonth(projectId, name, count) {
      const ofMonth = counts.of(projectId, name)
      ofMonth.count = Math.max(ofMonth.count, count)
    },
  }
}

function bucketOf<Key>(
  buckets: RecentMap<Key, TokenBucket>,
  key: Key,
  perMinute: number | null,
  nowMs: number,
): TokenBucket | undefined {
  if (perMinute === null) return undefined
  const known = buckets.get(key)
  if (known) {
    refill(known, perMinute, nowMs)
    return known
  }
  const fresh = fullBucket(perMinute, nowMs)
  buckets.set(key, fresh)
  return fresh
}

/** Who waits for the longest of several limits is not refused again by another. */
function longestWait(keyMs: number, projectMs: number, monthMs: number): Limited | undefined {
  const longestMs = Math.max(keyMs, projectMs, monthMs)
  if (longestMs === 0) return undefined
  const retryAfterSeconds = Math.min(mostSeconds, Math.max(1, Math.ceil(longestMs / 1_000)))
  return { kind: 'limited', reason: reasonFor(longestMs, keyMs, projectMs), retryAfterSeconds }
}

function reasonFor(longestMs: number, keyMs: number, projectMs: number): LimitReason {
  if (longestMs === keyMs) return 'key_per_minute'
  return longestMs === projectMs ? 'project_per_minute' : 'project_per_month'
}
