import { expect, it } from 'vitest'
import { anOutcome } from '../../../testing/project-fixtures.ts'
import { groupRows } from './group-rows.ts'

const rows = [
  anOutcome({ sdk: 'a/1', quantity: 4 }),
  anOutcome({ sdk: 'b/1', category: 'session', quantity: 3 }),
  anOutcome({ sdk: 'a/1', outcome: 'filtered', reason: 'localhost', quantity: 2 }),
  anOutcome({ sdk: 'a/1', category: 'session', quantity: 2 }),
]

it('sums what is the same, and never joins two outcomes', () => {
  const groups = groupRows(rows, 'sdk')
  expect(groups.map(({ outcome, sdk, quantity }) => [outcome, sdk, quantity])).toEqual([
    ['accepted', 'a/1', 6],
    ['accepted', 'b/1', 3],
    ['filtered', 'a/1', 2],
  ])
})

it('keeps every row apart when everything is asked for', () => {
  expect(groupRows(rows, 'all')).toHaveLength(4)
})
