import { expect, it } from 'vitest'
import { decideRegression } from './decide-regression.ts'

const resolved = { status: 'resolved', resolvedAtMs: 1_000 } as const

it('an event after the resolution is a regression, and says from what', () => {
  expect(decideRegression(resolved, 1_001)).toEqual({
    kind: 'regression',
    reason: 'It occurred at 1970-01-01T00:00:01.001Z, after it was resolved at 1970-01-01T00:00:01.000Z.',
  })
})

it('an event that occurred before the resolution and came late is none', () => {
  expect(decideRegression(resolved, 1_000).kind).toBe('none')
})

it('an unresolved and an archived issue cannot regress', () => {
  expect(decideRegression({ status: 'unresolved', resolvedAtMs: undefined }, 5_000).kind).toBe('none')
  expect(decideRegression({ status: 'archived', resolvedAtMs: undefined }, 5_000).kind).toBe('none')
})
