import { expect, it } from 'vitest'
import { hourBars } from './hour-bars.ts'

const now = Date.parse('2026-11-23T12:34:00Z')

it('puts the current hour into the last of 56 bars, and an hour 14 days ago into the first', () => {
  const bars = hourBars(
    [
      { start: '2026-11-23T12:00:00Z', count: 3 },
      { start: '2026-11-23T07:00:00Z', count: 2 },
      { start: '2026-11-23T06:00:00Z', count: 9 },
      { start: '2026-11-09T13:00:00Z', count: 1 },
    ],
    now,
  )
  expect(bars).toHaveLength(56)
  expect(bars.at(-1)?.total).toBe(5)
  expect(bars.at(-2)?.total).toBe(9)
  expect(bars[0]?.total).toBe(1)
})

it('leaves out hours before the first bar', () => {
  const bars = hourBars([{ start: '2026-10-01T00:00:00Z', count: 7 }], now)
  expect(bars.every(({ total }) => total === 0)).toBe(true)
})
