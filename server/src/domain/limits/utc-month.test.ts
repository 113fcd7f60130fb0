import { expect, it } from 'vitest'
import { utcMonth } from './utc-month.ts'

it.each([
  ['2026-01-01T00:00:00.000Z', '2026-01', '2026-02-01T00:00:00.000Z'],
  ['2026-12-31T23:59:59.999Z', '2026-12', '2027-01-01T00:00:00.000Z'],
  ['2028-02-29T12:00:00.000Z', '2028-02', '2028-03-01T00:00:00.000Z'],
])('%s is in %s, which ends at %s', (now, name, end) => {
  const month = utcMonth(Date.parse(now))
  expect(month).toEqual({ name, startMs: Date.parse(`${name}-01`), endMs: Date.parse(end) })
})
