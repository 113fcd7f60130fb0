import { expect, it } from 'vitest'
import { levelSamples } from './level-samples.ts'

function level(counts: number[], excess: number): number[] {
  const left = [...counts]
  const trims = levelSamples(
    counts.map((count, key) => ({ key, count })),
    excess,
  )
  for (const { key, count } of trims) left[key] = (left[key] ?? 0) - count
  return left
}

it('takes from the most populated kind, and none from those below', () => {
  expect(level([100, 3, 1], 60)).toEqual([40, 3, 1])
})

it('cuts several kinds down to one level', () => {
  expect(level([100, 80, 10], 100)).toEqual([40, 40, 10])
  expect(level([10, 10, 10], 2)).toEqual([10, 9, 9])
})

it('takes none when there is no excess, and all when all is too much', () => {
  expect(levelSamples([{ key: 1, count: 5 }], 0)).toEqual([])
  expect(level([5, 2], 7)).toEqual([0, 0])
  expect(level([5, 2], 9)).toEqual([0, 0])
})

it.each(Array.from({ length: 40 }, (_, seed) => seed))(
  'takes exactly the excess, and leaves no kind more than one above another that lost any (%i)',
  (seed) => {
    const counts = Array.from({ length: 1 + (seed % 7) }, (_, at) => ((seed * 31 + at * at * 17) % 50) + 1)
    const total = counts.reduce((sum, count) => sum + count, 0)
    const excess = (seed * 13) % total
    const left = level(counts, excess)
    expect(total - left.reduce((sum, count) => sum + count, 0)).toBe(excess)
    const cut = left.filter((count, at) => count < (counts[at] ?? 0))
    const lowestCut = Math.min(...cut, Infinity)
    for (const count of left) expect(count).toBeLessThanOrEqual(lowestCut + 1)
  },
)
