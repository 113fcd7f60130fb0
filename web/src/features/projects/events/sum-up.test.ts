import { expect, it } from 'vitest'
import { anOutcome } from '../../../testing/project-fixtures.ts'
import type { OutcomeKind } from './events-state.ts'
import { sumUp } from './sum-up.ts'

function hour(outcome: OutcomeKind, quantity: number) {
  return { start: '2026-11-23T08:00:00.000Z', outcome, quantity }
}

const when = 'the last 24 hours'

it('keeps what reached the server apart from what clients say that they lost', () => {
  const hours = [hour('accepted', 10), hour('lost_in_client', 1_000_000)]
  const rows = [anOutcome({ outcome: 'lost_in_client', reason: 'sample_rate', quantity: 1_000_000 })]
  expect(sumUp({ hours, rows }, when)).toBe(
    'All 10 things that arrived in the last 24 hours were accepted. Clients say that they lost 1,000,000 before sending.',
  )
  expect(sumUp({ hours: [hour('lost_in_client', 3)], rows: [] }, when)).toBe(
    'Clients say that they lost 3 before sending in the last 24 hours.',
  )
})

it('counts what is too small for the rows', () => {
  const hours = [hour('accepted', 10), hour('filtered', 2), hour('invalid', 1)]
  const rows = [anOutcome({ quantity: 10 })]
  expect(sumUp({ hours, rows }, when)).toBe(
    '10 of 13 things that arrived in the last 24 hours were accepted.',
  )
})
