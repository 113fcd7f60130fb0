import { describe, expect, it } from 'vitest'
import type { Observed, Part } from './observe.ts'
import { issuesAfter, mergesOf, planRegroup, type HeldFingerprint } from './plan-regroup.ts'

/** By fingerprint: how many events stay (under ''), and how many go to each hash. */
const seen = (counts: Record<number, Record<string, number>>): Observed =>
  new Map(
    Object.entries(counts).map(([number, parts]) => [
      Number(number),
      new Map(
        Object.entries(parts).map(([name, events]) => {
          const hash = name === '' ? undefined : name
          return [hash, { hash, events, examples: [], reason: '' }] satisfies [string | undefined, Part]
        }),
      ),
    ]),
  )
/** Fingerprint n is of issue n. */
const held = (...numbers: number[]): Map<number, HeldFingerprint> =>
  new Map(numbers.map((number) => [number, { issue: number, isPinned: false, isNew: false }]))

describe('a plan', () => {
  it('is empty when nothing changes', () => {
    expect(planRegroup(seen({ 1: { '': 3 } }), held(1), new Map())).toEqual({ steps: [], splits: [] })
  })

  it('gives a hash that nobody has to the first fingerprint that goes there whole; the others join', () => {
    const plan = planRegroup(seen({ 2: { h: 1 }, 1: { h: 1 }, 3: { h: 1 } }), held(1, 2, 3), new Map())
    expect(plan.steps).toEqual([
      { kind: 'attach', fingerprint: 1, hash: 'h' },
      { kind: 'join', fingerprint: 2, leader: 1 },
      { kind: 'join', fingerprint: 3, leader: 1 },
    ])
    expect(mergesOf(plan, held(1, 2, 3))).toEqual([{ into: 1, issues: [2, 3], because: 2 }])
  })

  it('leads to who has the hash already', () => {
    const plan = planRegroup(seen({ 1: { h: 1 } }), held(1, 9), new Map([['h', 9]]))
    expect(plan.steps).toEqual([{ kind: 'join', fingerprint: 1, leader: 9 }])
  })

  it('changes nothing where the hash leads home already', () => {
    expect(planRegroup(seen({ 1: { h: 2, '': 1 } }), held(1), new Map([['h', 1]]))).toEqual({
      steps: [],
      splits: [],
    })
  })

  it('splits off all but what stays, or else all but the largest part', () => {
    const stays = planRegroup(seen({ 1: { '': 1, h: 5 } }), held(1), new Map())
    expect(stays.steps).toMatchObject([
      { kind: 'split', fingerprint: 1, part: { hash: 'h' }, leader: { kind: 'nobody' } },
    ])
    const largest = planRegroup(seen({ 1: { g: 1, h: 5 } }), held(1), new Map())
    expect(largest.steps).toMatchObject([
      { kind: 'attach', fingerprint: 1, hash: 'h' },
      { kind: 'split', fingerprint: 1, part: { hash: 'g' } },
    ])
    expect(largest.splits).toMatchObject([{ fingerprint: 1, parts: [{ hash: 'h' }, { hash: 'g' }] }])
  })

  it('lets parts of two fingerprints meet, in one that goes there whole if there is one', () => {
    const met = planRegroup(seen({ 1: { '': 1, h: 1 }, 2: { '': 1, h: 1 } }), held(1, 2), new Map())
    expect(met.steps).toMatchObject([
      { fingerprint: 1, leader: { kind: 'nobody' } },
      { fingerprint: 2, leader: { kind: 'part', of: 1 } },
    ])
    const led = planRegroup(seen({ 1: { '': 1, h: 1 }, 2: { h: 1 } }), held(1, 2), new Map())
    expect(led.steps).toMatchObject([
      { kind: 'attach', fingerprint: 2 },
      { kind: 'split', fingerprint: 1, leader: { kind: 'fingerprint', number: 2 } },
    ])
  })

  it('leaves alone what a person has pinned', () => {
    const pinned = new Map([[1, { issue: 1, isPinned: true, isNew: false }]])
    expect(planRegroup(seen({ 1: { h: 1 } }), pinned, new Map()).steps).toEqual([])
  })

  it('follows a leader that itself moves, and does not run in circles', () => {
    const chain = planRegroup(
      seen({ 1: { b: 1 }, 2: { c: 1 } }),
      held(1, 2, 3),
      new Map([
        ['b', 2],
        ['c', 3],
      ]),
    )
    expect(issuesAfter(chain, held(1, 2, 3)).get(1)).toBe(3)
    const swap = planRegroup(
      seen({ 1: { b: 1 }, 2: { a: 1 } }),
      held(1, 2),
      new Map([
        ['a', 1],
        ['b', 2],
      ]),
    )
    expect([...issuesAfter(swap, held(1, 2)).values()]).toEqual([1, 1])
  })

  it('keeps the issue that people know, not the one that came in since', () => {
    const now = new Map([...held(1, 2), [7, { issue: 7, isPinned: false, isNew: true }] as const])
    const plan = planRegroup(seen({ 1: { h: 1 }, 2: { h: 1 } }), now, new Map([['h', 7]]))
    expect(plan.steps).toEqual([
      { kind: 'join', fingerprint: 7, leader: 1 },
      { kind: 'join', fingerprint: 2, leader: 1 },
    ])
  })
})
