import { expect, it } from 'vitest'
import type { Outcomes } from '../../../lib/api.ts'
import { outcomeKinds } from './events-state.ts'
import { stackBars } from './stack-bars.ts'

const to = '2026-11-23T12:34:00.000Z'
const day = { to, hours: 24, hoursPerBar: 1 }

function hour(start: string, outcome: Outcomes['hours'][number]['outcome'], quantity: number) {
  return { start, outcome, quantity }
}

it('ends with the hour that is running, and stacks its outcomes in their order', () => {
  const bars = stackBars(
    [hour('2026-11-23T12:00:00.000Z', 'limited', 3), hour('2026-11-23T12:00:00.000Z', 'accepted', 2)],
    outcomeKinds,
    day,
  )
  expect(bars).toHaveLength(24)
  expect(bars.at(-1)).toEqual({
    start: Date.parse('2026-11-23T12:00:00.000Z'),
    total: 5,
    parts: [
      { outcome: 'accepted', quantity: 2 },
      { outcome: 'limited', quantity: 3 },
    ],
  })
})

it('counts everything once, the hour in which the range began too', () => {
  const hours = [
    hour('2026-11-22T12:00:00.000Z', 'accepted', 1),
    hour('2026-11-22T13:00:00.000Z', 'accepted', 2),
    hour('2026-11-23T11:00:00.000Z', 'invalid', 4),
  ]
  const bars = stackBars(hours, outcomeKinds, day)
  expect(bars.reduce((sum, { total }) => sum + total, 0)).toBe(7)
  expect(bars[0]?.total).toBe(3)
})

it('leaves out what is not asked for', () => {
  const bars = stackBars([hour('2026-11-23T12:00:00.000Z', 'limited', 3)], ['accepted'], day)
  expect(bars.at(-1)).toMatchObject({ total: 0, parts: [] })
})

it('sums several hours to a bar', () => {
  const hours = [
    hour('2026-11-23T12:00:00.000Z', 'accepted', 1),
    hour('2026-11-23T10:00:00.000Z', 'accepted', 2),
    hour('2026-11-23T09:00:00.000Z', 'accepted', 4),
  ]
  const bars = stackBars(hours, outcomeKinds, { to, hours: 168, hoursPerBar: 3 })
  expect(bars).toHaveLength(56)
  expect(bars.slice(-2).map(({ total }) => total)).toEqual([4, 3])
})

it('has a place for the hour that begins at this very moment', () => {
  const start = '2026-11-23T12:00:00.000Z'
  const bars = stackBars([hour(start, 'accepted', 1)], outcomeKinds, { ...day, to: start })
  expect(bars.at(-1)?.total).toBe(1)
})
