import { expect, it } from 'vitest'
import { chooseOnArrival } from './choose-on-arrival.ts'

function events(...sampleKeys: number[]): { sampleKey: number }[] {
  return sampleKeys.map((sampleKey) => ({ sampleKey }))
}

/** The places of those that are chosen. */
function choose(arriving: { sampleKey: number }[], sampleCount: number, budget = 100): number[] {
  const chosen = chooseOnArrival(arriving, { latest: arriving.at(-1), sampleCount, budget })
  return arriving.flatMap((event, at) => (chosen.has(event) ? at : []))
}

it('keeps every payload as long as the issue has room', () => {
  expect(choose(events(1, 1, 1), 0)).toEqual([0, 1, 2])
  expect(choose(events(1, 1, 1), 122)).toEqual([0, 1, 2])
})

it('beyond a quarter above the budget keeps one of each kind, and the latest', () => {
  expect(choose(events(1, 1, 2, 1, 2, 2), 125)).toEqual([0, 2, 5])
})

it('counts what it keeps itself, so that one large batch does not fill the store', () => {
  expect(choose(events(...Array<number>(1_000).fill(7)), 0)).toHaveLength(126)
  expect(choose(events(...Array.from({ length: 1_000 }, (_, at) => at)), 0)).toHaveLength(201)
})

it('beyond twice the budget keeps the latest only, whatever kinds come', () => {
  expect(choose(events(1, 2, 3), 200)).toEqual([2])
})
