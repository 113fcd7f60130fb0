import { findFamilies, type Arranged } from './find-families.ts'
import type { HeldFingerprint } from './held-fingerprint.ts'
import type { Observed, Part } from './observe.ts'

/** What is done to one fingerprint, in the order in which it has to be done. */
export type Step =
  /** All events that move have this hash, which leads nowhere yet: from now on it leads here. */
  | { kind: 'attach'; fingerprint: number; hash: string }
  /** The hash leads to another fingerprint already: this one joins its issue. */
  | { kind: 'join'; fingerprint: number; leader: number }
  /** It is only in its issue because of earlier rules or an undo: it goes to that of the hash's leader, or becomes one. */
  | { kind: 'leave'; fingerprint: number; part: Part }
  /** Some of its events move: to the issue of the hash's leader, or to a new one. */
  | { kind: 'split'; fingerprint: number; part: Part; leader: Leader }

/** Who has the hash: a fingerprint, a part that was split off for it, or nobody yet. */
export type Leader =
  { kind: 'fingerprint'; number: number } | { kind: 'part'; of: number } | { kind: 'nobody' }

export interface RegroupPlan {
  steps: Step[]
  /** Each fingerprint with parts in several places, the one that stays first; what an undo has put back is part of it. */
  splits: { fingerprint: number; parts: Part[] }[]
}

/**
 * From what the new rules say of the stored events to what is to be done. `owners` says which fingerprints the hashes
 * lead to already. A pure function: the same events, in whatever order, make the same plan.
 */
export function planRegroup(
  observed: Observed,
  held: Map<number, HeldFingerprint>,
  owners: Map<string, number>,
): RegroupPlan {
  const leaders = new Map<string, Leader>(
    [...owners].map(([hash, number]) => [hash, { kind: 'fingerprint', number }]),
  )
  const late = new Map([...owners].filter(([, number]) => held.get(number)?.isNew))
  const families = findFamilies(observed, held, owners)
  const homes = inOrder(families.flatMap((family) => family.homes))
  const following = inOrder(families.flatMap((family) => family.following))
  const leaving = inOrder(families.flatMap((family) => family.leaving))
  // Whole fingerprints first: where one can lead, no new issue is made for a part of another.
  const whole = [...homes, ...following].flatMap(({ number, parts: [main] }) =>
    wholeStep(number, main, { leaders, late }),
  )
  const leave = leaving.flatMap(({ number, parts: [main] }) => leaveStep(number, main, leaders))
  const split = inOrder([...homes, ...following, ...leaving]).flatMap(({ number, parts: [, ...others] }) =>
    others.map((part): Step => ({
      kind: 'split',
      fingerprint: number,
      part,
      leader: takeLead(leaders, part, { kind: 'part', of: number }),
    })),
  )
  const splits = families.flatMap((family) => family.splits).toSorted((a, b) => a.fingerprint - b.fingerprint)
  return { steps: [...whole, ...leave, ...split], splits }
}

function inOrder(fingerprints: Arranged[]): Arranged[] {
  return fingerprints.toSorted((a, b) => a.number - b.number)
}

function wholeStep(
  number: number,
  main: Part | undefined,
  { leaders, late }: { leaders: Map<string, Leader>; late: Map<string, number> },
): Step[] {
  if (main?.hash === undefined) return []
  const leader = leaders.get(main.hash)
  if (leader?.kind === 'fingerprint' && late.get(main.hash) !== leader.number)
    return [{ kind: 'join', fingerprint: number, leader: leader.number }]
  leaders.set(main.hash, { kind: 'fingerprint', number })
  // What came in since is the younger one: the issue that people know stays.
  if (leader?.kind === 'fingerprint') return [{ kind: 'join', fingerprint: leader.number, leader: number }]
  return [{ kind: 'attach', fingerprint: number, hash: main.hash }]
}

function leaveStep(number: number, part: Part | undefined, leaders: Map<string, Leader>): Step[] {
  if (part === undefined) return []
  takeLead(leaders, part, { kind: 'fingerprint', number })
  return [{ kind: 'leave', fingerprint: number, part }]
}

/** Who has the hash already; if nobody, `own` has it from now on. */
function takeLead(leaders: Map<string, Leader>, { hash = '' }: Part, own: Leader): Leader {
  const leader = leaders.get(hash)
  if (leader === undefined) leaders.set(hash, own)
  return leader ?? { kind: 'nobody' }
}

/** The issue of each fingerprint after the plan's joins; in a circle of them, all are in that of the oldest. */
export function issuesAfter(plan: RegroupPlan, held: Map<number, HeldFingerprint>): Map<number, number> {
  const leaderOf = new Map(
    plan.steps.flatMap((step) => (step.kind === 'join' ? [[step.fingerprint, step.leader]] : [])),
  )
  const follow = (number: number): number => {
    const seen = new Set([number])
    let at = number
    for (let next = leaderOf.get(at); next !== undefined; next = leaderOf.get(at)) {
      if (seen.has(next)) return circleFrom(next, leaderOf)
      seen.add(next)
      at = next
    }
    return at
  }
  return new Map([...held].map(([number, { issue }]) => [number, held.get(follow(number))?.issue ?? issue]))
}

function circleFrom(start: number, leaderOf: Map<number | undefined, number | undefined>): number {
  let oldest = start
  for (let at = leaderOf.get(start); at !== undefined && at !== start; at = leaderOf.get(at))
    oldest = Math.min(oldest, at)
  return oldest
}

export interface IssueMerge {
  into: number
  issues: number[]
  /** The fingerprint that shows why. */
  because: number
}

/** Which issues become one: those whose fingerprints move to another issue. */
export function mergesOf(plan: RegroupPlan, held: Map<number, HeldFingerprint>): IssueMerge[] {
  const after = issuesAfter(plan, held)
  const merges = new Map<number, IssueMerge>()
  for (const step of plan.steps) {
    if (step.kind !== 'join') continue
    const from = held.get(step.fingerprint)?.issue
    const into = after.get(step.fingerprint)
    if (from === undefined || into === undefined || from === into) continue
    const merge = merges.get(into) ?? { into, issues: [], because: step.fingerprint }
    if (!merge.issues.includes(from)) merge.issues.push(from)
    merges.set(into, merge)
  }
  return [...merges.values()]
}
