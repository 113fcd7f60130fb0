import { defaultEventBounds } from './event-bounds.ts'
import type { Json } from './event.ts'
import { invalid, type Note } from './meta.ts'

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs
/** Below this a difference is the way of the request, not a wrong clock. */
const driftMs = 55 * minuteMs

/** Epoch milliseconds of any form that clients send; undefined when it is none of them. */
export function readTime(value: Json | undefined): number | undefined {
  const time =
    typeof value === 'number' ? epochMs(value) : typeof value === 'string' ? parseTime(value) : undefined
  return time === undefined || !isInCalendar(time) ? undefined : Math.round(time)
}

/** ISO 8601 has years of four digits, from the year 0. */
const firstMs = Date.parse('0000-01-01T00:00:00Z')
const lastMs = Date.parse('9999-12-31T00:00:00Z')

export function isInCalendar(timeMs: number): boolean {
  return timeMs >= firstMs && timeMs <= lastMs
}

/** As seconds this would be the year 5138; as milliseconds, which some clients send, it is 1973. */
const leastMs = 1e11

function epochMs(epoch: number): number {
  return Math.abs(epoch) >= leastMs ? epoch : epoch * 1_000
}

const isoTime = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}:\d{2})(\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?$/i

/** A time without zone is UTC; fractions may have up to nine digits. */
function parseTime(text: string): number | undefined {
  const trimmed = text.trim().slice(0, 64)
  const match = isoTime.exec(trimmed)
  if (match === null) return /^\d{1,16}(\.\d+)?$/.test(trimmed) ? epochMs(Number(trimmed)) : undefined
  const [, day = '', time = '', fraction = '.0', zone = 'Z'] = match
  const parsed = Date.parse(`${day}T${time}${fraction.slice(0, 4)}${withColon(zone.toUpperCase())}`)
  return Number.isNaN(parsed) ? undefined : parsed
}

function withColon(zone: string): string {
  return zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone
}

/** How far the client's clock is off: added to its times, it gives ours. Zero unless it is far. */
export function clockDriftMs(sentAtMs: number | undefined, receivedAtMs: number): number {
  if (sentAtMs === undefined) return 0
  const drift = receivedAtMs - sentAtMs
  return Math.abs(drift) >= driftMs ? drift : 0
}

export interface EventTime {
  atMs: number
  notes: Note[]
}

/** The corrected time of an event. Out of bounds, or unreadable, it is when we received it. */
export function normaliseEventTime(
  value: Json | undefined,
  driftOfClockMs: number,
  receivedAtMs: number,
  { pastDays, futureSeconds } = defaultEventBounds,
): EventTime {
  if (value === undefined || value === null || value === '') return { atMs: receivedAtMs, notes: [] }
  const said = readTime(value)
  if (said === undefined) return noted(receivedAtMs, value, 'invalid_data')
  const atMs = said + driftOfClockMs
  if (atMs < receivedAtMs - pastDays * dayMs) return noted(receivedAtMs, value, 'past_timestamp')
  if (atMs > receivedAtMs + futureSeconds * 1_000) return noted(receivedAtMs, value, 'future_timestamp')
  return driftOfClockMs === 0 ? { atMs, notes: [] } : noted(atMs, value, 'clock_drift')
}

function noted(atMs: number, said: Json, error: string): EventTime {
  return { atMs, notes: [invalid(['timestamp'], said, error)] }
}
