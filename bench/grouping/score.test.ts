import { describe, expect, it } from 'vitest'
import { scoreRows } from './score.ts'

/** `a1` is a row of the bug a that lies in group 1. */
function scoresOf(rows: string) {
  return scoreRows(rows.split(' ').map(([truth = '', group = '']) => ({ truth, group })))
}

describe('scores', () => {
  it('are full where every bug has one group of its own', () => {
    expect(scoresOf('a1 a1 b2 b2')).toMatchObject({ f1: 1, bcubedF1: 1, overMerged: 0, overSplit: 0 })
  })

  it('lose recall where a bug lies in several groups', () => {
    expect(scoresOf('a1 a1 a2 a2 b3 b3')).toMatchObject({
      precision: 1,
      recall: 0.4286,
      bcubedPrecision: 1,
      bcubedRecall: 0.6667,
      overSplit: 1,
      worstStorm: 2,
    })
  })

  it('lose precision where a group holds several bugs', () => {
    expect(scoresOf('a1 a1 b1 b1')).toMatchObject({
      precision: 0.3333,
      recall: 1,
      bcubedPrecision: 0.5,
      overMerged: 1,
    })
  })
})
