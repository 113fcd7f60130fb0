import { describe, expect, it } from 'vitest'
import type { Json } from './event.ts'
import { clockDriftMs, normaliseEventTime, readTime } from './normalise-time.ts'

const receivedAtMs = Date.parse('2026-11-25T12:00:00Z')
const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs

describe('a time', () => {
  it.each<[Json, string]>([
    [1_763_787_600, '2025-11-22T05:00:00.000Z'],
    [1_763_787_600.1234, '2025-11-22T05:00:00.123Z'],
    ['1763787600.5', '2025-11-22T05:00:00.500Z'],
    [1_763_787_600_123, '2025-11-22T05:00:00.123Z'],
    ['2025-11-22T05:00:00Z', '2025-11-22T05:00:00.000Z'],
    ['2025-11-22T05:00:00', '2025-11-22T05:00:00.000Z'],
    ['2025-11-22 05:00:00.25', '2025-11-22T05:00:00.250Z'],
    ['2025-11-22t05:00:00.123456789z', '2025-11-22T05:00:00.123Z'],
    ['2025-11-22T07:30:00+02:30', '2025-11-22T05:00:00.000Z'],
    ['2025-11-22T00:00:00-0500', '2025-11-22T05:00:00.000Z'],
    [' 2025-11-22T05:00:00Z ', '2025-11-22T05:00:00.000Z'],
  ])('%j is %s', (said, iso) => {
    expect(new Date(readTime(said) ?? Number.NaN).toISOString()).toBe(iso)
  })

  it.each<Json>([
    false,
    true,
    null,
    '',
    'NaN',
    'yesterday',
    '2026-13-45T99:99:99Z',
    '275761-01-01T00:00:00Z',
    1e15,
    1e18,
    -1e18,
    [],
    {},
  ])('%j is none', (said) => {
    expect(readTime(said)).toBeUndefined()
  })
})

describe('the clock of a client', () => {
  it('is believed while it differs by less than 55 minutes', () => {
    expect(clockDriftMs(receivedAtMs - 5 * minuteMs, receivedAtMs)).toBe(0)
    expect(clockDriftMs(receivedAtMs - 55 * minuteMs + 1, receivedAtMs)).toBe(0)
    expect(clockDriftMs(undefined, receivedAtMs)).toBe(0)
  })

  it('is corrected by the difference from then on, in both directions', () => {
    expect(clockDriftMs(receivedAtMs - 55 * minuteMs, receivedAtMs)).toBe(55 * minuteMs)
    expect(clockDriftMs(receivedAtMs + 2 * dayMs, receivedAtMs)).toBe(-2 * dayMs)
  })
})

describe('the time of an event', () => {
  function timeOf(atMs: number, driftMs = 0) {
    return normaliseEventTime(new Date(atMs).toISOString(), driftMs, receivedAtMs)
  }

  it.each([-30 * dayMs, -minuteMs, 0, minuteMs])('is what the client says %i ms from now', (offset) => {
    expect(timeOf(receivedAtMs + offset)).toEqual({ atMs: receivedAtMs + offset, notes: [] })
  })

  it.each([
    [-30 * dayMs - 1, 'past_timestamp'],
    [minuteMs + 1, 'future_timestamp'],
  ])('is when we received it if the client says %i ms from now, which is noted', (offset, error) => {
    const said = JSON.stringify(new Date(receivedAtMs + offset).toISOString())
    expect(timeOf(receivedAtMs + offset)).toEqual({
      atMs: receivedAtMs,
      notes: [{ path: ['timestamp'], remark: { err: [error], val: said } }],
    })
  })

  it('is corrected by the drift before it is judged, and what was said is noted', () => {
    const { atMs, notes } = timeOf(receivedAtMs - 90 * dayMs - 1_000, 90 * dayMs)
    expect(atMs).toBe(receivedAtMs - 1_000)
    expect(notes).toMatchObject([{ remark: { err: ['clock_drift'] } }])
  })

  it.each<Json | undefined>([undefined, null, ''])(
    'is when we received it, without a note, for %j',
    (said) => {
      expect(normaliseEventTime(said, 0, receivedAtMs)).toEqual({ atMs: receivedAtMs, notes: [] })
    },
  )

  it.each<[Json, string]>([
    [false, 'invalid_data'],
    ['soon', 'invalid_data'],
    [[1], 'invalid_data'],
    [1e18, 'invalid_data'],
    [0, 'past_timestamp'],
    [-1, 'past_timestamp'],
    [1e15, 'invalid_data'],
    [1e13, 'future_timestamp'],
  ])('is when we received it, with the note what was said, for %j', (said, error) => {
    expect(normaliseEventTime(said, 0, receivedAtMs)).toEqual({
      atMs: receivedAtMs,
      notes: [{ path: ['timestamp'], remark: { err: [error], val: JSON.stringify(said) } }],
    })
  })
})
