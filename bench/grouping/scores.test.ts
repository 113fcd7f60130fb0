import { describe, expect, it } from 'vitest'
import { bindEvents } from './bind-events.ts'
import { listCorpora, readCorpus } from './read-corpus.ts'
import { scoreRows } from './score.ts'

interface Least {
  f1: number
  bcubedF1: number
  /** The most groups that may hold several bugs; none unless given. */
  overMerged?: number
}

/** What each corpus reaches. A change of the grouping may raise them. */
const least: Record<string, Least> = {
  'node-majors': { f1: 0.9, bcubedF1: 0.9 },
  node: { f1: 0.98, bcubedF1: 0.98 },
  py: { f1: 0.98, bcubedF1: 0.98 },
  'web-min': { f1: 0.94, bcubedF1: 0.95 },
  'web-src': { f1: 0.97, bcubedF1: 0.96 },
}

describe.each(listCorpora().map(readCorpus))('the corpus $name', ({ name, rows }) => {
  it('scores no less than it did', () => {
    const bound = bindEvents(rows.map(({ event }) => event))
    const scores = scoreRows(rows.map(({ truth }, index) => ({ truth, group: bound[index]?.group ?? '' })))
    const { f1 = 1, bcubedF1 = 1, overMerged = 0 } = least[name] ?? {}
    expect(scores.f1).toBeGreaterThanOrEqual(f1)
    expect(scores.bcubedF1).toBeGreaterThanOrEqual(bcubedF1)
    expect(scores.overMerged).toBeLessThanOrEqual(overMerged)
  })
})
