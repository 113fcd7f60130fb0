import type { Observed, Part } from './observe.ts'

/** A fingerprint as it is before. */
export interface HeldFingerprint {
  issue: number
  /** Somebody took it out of another issue by hand: no rule moves it. */
  isPinned: boolean
  /** Made since the new rules hold, by events that came in meanwhile. */
  isNew: boolean
}

/** What is done to one fingerprint, in the order in which it has to be done. */
export type Step =
  /** All events that move have this hash, which leads nowhere yet: from now on it leads here. */
  | { kind: 'attach'; fingerprint: number; hash: string }
  /** The hash leads to another fingerprint already: this one joins its issue. */
  | { kind: 'join'; fingerprint: number; leader: number }
  /** Some of its events move: to the issue of the hash's leader, or to a new one. */
  | { kind: 'split'; fingerprint: number; part: Part; leader: Leader }

/** Who has the hash: a fingerprint, a part that was split off for it, or nobody yet. */
export type Leader =
  { kind: 'fingerprint'; number: number } | { kind: 'part'; of: number } | { kind: 'nobody' }

export interface RegroupPlan {
  steps: Step[]
  /** Each fingerprint with parts in several places, the one that stays first. */
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
  const sorted = [...observed]
    .filter(([number]) => held.get(number)?.isPinned === false)
    .map(([number, parts]) => ({ number, parts: arrange(number, [...parts.values()], owners) }))
    .toSorted((a, b) => a.number - b.number)
  // Whole fingerprints first: where one can lead, no new issue is made for a part of another.
  const whole = sorted.flatMap(({ number, parts: [main] }) => wholeStep(number, main, { leaders, late }))
  const split = sorted.flatMap(({ number, parts: [, ...others] }) =>
    others.map((part): Step => ({
      kind: 'split',
      fingerprint: number,
      part,
      leader: takeLead(leaders, part, number),
    })),
  )
  const splits = sorted.flatMap(({ number, parts }) =>
    parts.length > 1 ? [{ fingerprint: number, parts }] : [],
  )
  return { steps: [...whole, ...split], splits }
}

/** The parts, the one that keeps the fingerprint first: what does not move, else most events. */
function arrange(number: number, parts: Part[], owners: Map<string, number>): Part[] {
  const stays = parts.filter(({ hash }) => hash === undefined || owners.get(hash) === number)
  const moves = parts
    .filter((part) => !stays.includes(part))
    .toSorted((a, b) => b.events - a.events || ((a.hash ?? '') < (b.hash ?? '') ? -1 : 1))
  const [first, ...others] = stays
  if (first === undefined) return moves
  const events = others.reduce((sum, part) => sum + part.events, first.events)
  return [{ ...first, hash: undefined, events }, ...moves]
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

function takeLead(leaders: Map<string, Leader>, { hash = '' }: Part, number: number): Leader {
  const leader = leaders.get(hash)
  if (leader === undefined) leaders.set(hash, { kind: 'part', of: number })
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
