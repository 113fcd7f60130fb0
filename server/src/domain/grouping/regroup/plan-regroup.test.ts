import { describe, expect, it } from 'vitest'
import type { HeldFingerprint } from './held-fingerprint.ts'
import type { Observed, Part } from './observe.ts'
import { issuesAfter, mergesOf, planRegroup } from './plan-regroup.ts'

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
const aHeld = (issue: number, standing: Partial<HeldFingerprint> = {}): HeldFingerprint => ({
  issue,
  isPinned: false,
  isNew: false,
  isLoose: false,
  ...standing,
})
/** Fingerprint n is of issue n. */
const held = (...numbers: number[]): Map<number, HeldFingerprint> =>
  new Map(numbers.map((number) => [number, aHeld(number)]))

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
    const pinned = new Map([[1, aHeld(1, { isPinned: true })]])
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
    const now = new Map([...held(1, 2), [7, aHeld(7, { isNew: true })] as const])
    const plan = planRegroup(seen({ 1: { h: 1 }, 2: { h: 1 } }), now, new Map([['h', 7]]))
    expect(plan.steps).toEqual([
      { kind: 'join', fingerprint: 7, leader: 1 },
      { kind: 'join', fingerprint: 2, leader: 1 },
    ])
  })
})

describe('of an issue into which an undo has put back what was split off, a plan', () => {
  const loose = { isLoose: true }
  const undone = new Map([
    [1, aHeld(1)],
    [2, aHeld(1, loose)],
    [3, aHeld(1, loose)],
  ])

  it('splits the same again, in whole fingerprints', () => {
    const first = planRegroup(seen({ 1: { a: 3, b: 2, c: 1 } }), held(1), new Map())
    const again = planRegroup(seen({ 1: { a: 3 }, 2: { b: 2 }, 3: { c: 1 } }), undone, new Map())
    expect(again.splits).toEqual(first.splits)
    expect(again.steps).toMatchObject([
      { kind: 'attach', fingerprint: 1, hash: 'a' },
      { kind: 'leave', fingerprint: 2, part: { hash: 'b' } },
      { kind: 'leave', fingerprint: 3, part: { hash: 'c' } },
    ])
    expect(mergesOf(again, undone)).toEqual([])
  })

  it('counts what came in since with what was split off', () => {
    const { steps, splits } = planRegroup(
      seen({ 1: { '': 3, b: 1 }, 2: { b: 2 }, 3: { '': 1 } }),
      undone,
      new Map(),
    )
    expect(splits).toMatchObject([{ fingerprint: 1, parts: [{ events: 4 }, { hash: 'b', events: 3 }] }])
    expect(steps).toMatchObject([
      { kind: 'leave', fingerprint: 2 },
      { kind: 'split', fingerprint: 1, leader: { kind: 'fingerprint', number: 2 } },
    ])
  })

  it('changes nothing where all of it is still one', () => {
    const one = planRegroup(seen({ 1: { h: 3 }, 2: { h: 2 }, 3: { h: 1 } }), undone, new Map())
    expect(one.splits).toEqual([])
    expect(one.steps).toMatchObject([{ kind: 'attach', fingerprint: 1 }, { leader: 1 }, { leader: 1 }])
    expect(mergesOf(one, undone)).toEqual([])
    const led = planRegroup(seen({ 1: { '': 3 }, 2: { h: 2 } }), undone, new Map([['h', 1]]))
    expect(led).toEqual({ steps: [], splits: [] })
  })

  it('takes it along to where the others go', () => {
    const away = new Map([...undone, ...held(9)])
    const plan = planRegroup(seen({ 1: { h: 3 }, 2: { h: 2 } }), away, new Map([['h', 9]]))
    expect(plan.steps).toMatchObject([
      { kind: 'join', fingerprint: 1, leader: 9 },
      { kind: 'join', fingerprint: 2, leader: 9 },
    ])
    expect(mergesOf(plan, away)).toMatchObject([{ into: 9, issues: [1] }])
  })

  it('keeps a home for what stays, when only the events of the led one move', () => {
    const { steps, splits } = planRegroup(seen({ 1: { h: 3 }, 2: { '': 2 } }), undone, new Map())
    expect(steps).toMatchObject([{ kind: 'split', fingerprint: 1, part: { hash: 'h', events: 3 } }])
    expect(splits).toMatchObject([{ fingerprint: 1, parts: [{ events: 2 }, { hash: 'h', events: 3 }] }])
  })

  it('lets what left two issues meet', () => {
    const two = new Map([...undone, ...held(5), [6, aHeld(5, loose)] as const])
    const { steps } = planRegroup(
      seen({ 1: { '': 1 }, 2: { h: 1 }, 5: { '': 1, h: 1 }, 6: { h: 1 } }),
      two,
      new Map(),
    )
    expect(steps).toMatchObject([
      { kind: 'leave', fingerprint: 2 },
      { kind: 'leave', fingerprint: 6 },
      { kind: 'split', fingerprint: 5, leader: { kind: 'fingerprint', number: 2 } },
    ])
  })

  it('leaves the largest where it is when nothing is led any more', () => {
    const { steps } = planRegroup(seen({ 2: { b: 1 }, 3: { c: 2 } }), undone, new Map())
    expect(steps).toMatchObject([
      { kind: 'attach', fingerprint: 3 },
      { kind: 'leave', fingerprint: 2 },
    ])
  })
})
