import type { Json } from './event.ts'

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs
const oldestMs = 30 * dayMs
const newestMs = minuteMs
/** Below this a difference is the way of the request, not a wrong clock. */
const driftMs = 55 * minuteMs

/** Epoch milliseconds of any form that clients send; undefined when it is none of them. */
export function readTime(value: Json | undefined): number | undefined {
  const time =
    typeof value === 'number' ? value * 1_000 : typeof value === 'string' ? parseTime(value) : undefined
  // Beyond this a Date is invalid.
  return time === undefined || !(Math.abs(time) <= 8.64e15) ? undefined : Math.round(time)
}

const isoTime = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}:\d{2})(\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?$/i

/** A time without zone is UTC; fractions may have up to nine digits. */
function parseTime(text: string): number | undefined {
  const match = isoTime.exec(text.trim().slice(0, 64))
  if (match === null) return /^\d{1,16}(\.\d+)?$/.test(text) ? Number(text) * 1_000 : undefined
  const [, day = '', time = '', fraction = '.0', zone = 'Z'] = match
  const parsed = Date.parse(`${day}T${time}${fraction.slice(0, 4)}${zone}`)
  return Number.isNaN(parsed) ? undefined : parsed
}

/** How far the client's clock is off: added to its times, it gives ours. Zero unless it is far. */
export function clockDriftMs(sentAtMs: number | undefined, receivedAtMs: number): number {
  if (sentAtMs === undefined) return 0
  const drift = receivedAtMs - sentAtMs
  return Math.abs(drift) >= driftMs ? drift : 0
}

export interface EventTime {
  atMs: number
  /** What the client said, when it could not be believed. */
  refused: Json | undefined
}

/** The corrected time of an event. Out of bounds, or unreadable, it is when we received it. */
export function normaliseEventTime(
  value: Json | undefined,
  driftOfClockMs: number,
  receivedAtMs: number,
): EventTime {
  const said = readTime(value)
  if (said === undefined) return { atMs: receivedAtMs, refused: value ?? undefined }
  const atMs = said + driftOfClockMs
  const isBelievable = atMs >= receivedAtMs - oldestMs && atMs <= receivedAtMs + newestMs
  return isBelievable ? { atMs, refused: undefined } : { atMs: receivedAtMs, refused: value }
}
