import {
  issuesAfter,
  type HeldFingerprint,
  type Observed,
  type Part,
  type RegroupPlan,
} from '../domain/grouping/index.ts'
import { leaveIssue, type LeaveInput } from '../store/regroup-by-rules/leave-issue.ts'
import { moveFingerprints, type MoveFingerprintsInput } from '../store/regroup-by-rules/move-fingerprints.ts'
import type { Store } from '../store/store.ts'
import { leadingHashOf } from './leading-hash-of.ts'
import type { Trial } from './observe-project.ts'
import type { Pace } from './pace.ts'
import { splitEvents } from './split-events.ts'

/** Fingerprints moved by one unit. */
const movesAtOnce = 20

export interface Application extends Trial {
  regrouping: number
  actor: string
  now: number
  plan: RegroupPlan
  observed: Observed
  held: Map<number, HeldFingerprint>
}

/** Does what a plan says, in units that each leave a consistent world. */
export async function applyPlan(
  store: Store,
  application: Application,
  pace: Pace,
  done: number,
): Promise<void> {
  const { plan, projectId, regrouping, actor, now } = application
  // Hashes first: what comes in meanwhile is led by them.
  for (const attach of inPieces(attachments(application)))
    await store.write(moveFingerprints, { projectId, regrouping, actor, now, attach, join: [] })
  for (const join of inPieces(joins(application))) {
    await store.write(moveFingerprints, { projectId, regrouping, actor, now, attach: [], join })
    await pace.step(done)
  }
  for (const leave of leavings(application)) {
    await store.write(leaveIssue, { projectId, regrouping, actor, now, ...leave })
    await pace.step(done)
  }
  for (const [fingerprint, parts] of splitsOf(plan)) {
    const { before, after } = application
    const split = { projectId, before, after, regrouping, actor, now, fingerprint, parts }
    await splitEvents(store, split, (count) => pace.step(done + count))
    done += countOf(application.observed.get(fingerprint))
  }
}

export function splitsOf({ steps }: RegroupPlan): Map<number, Part[]> {
  const parts = new Map<number, Part[]>()
  for (const step of steps) {
    if (step.kind === 'split')
      parts.set(step.fingerprint, [...(parts.get(step.fingerprint) ?? []), step.part])
  }
  return parts
}

export function countOf(parts: Map<string | undefined, Part> | undefined): number {
  return [...(parts?.values() ?? [])].reduce((sum, part) => sum + part.events, 0)
}

function attachments({ plan, observed }: Application): MoveFingerprintsInput['attach'] {
  return plan.steps.flatMap((step) => {
    if (step.kind !== 'attach') return []
    const grouping = observed.get(step.fingerprint)?.get(step.hash)?.grouping
    return grouping === undefined
      ? []
      : { fingerprint: step.fingerprint, ...leadingHashOf(step.hash, grouping) }
  })
}

function leavings({ plan }: Application): Pick<LeaveInput, 'fingerprint' | 'hash' | 'reason'>[] {
  return plan.steps.flatMap((step) => {
    if (step.kind !== 'leave') return []
    const { fingerprint, part } = step
    if (part.hash === undefined || part.grouping === undefined) return []
    return { fingerprint, hash: leadingHashOf(part.hash, part.grouping), reason: part.reason }
  })
}

function joins({ plan, observed, held }: Application): MoveFingerprintsInput['join'] {
  const issues = issuesAfter(plan, held)
  return plan.steps.flatMap((step) => {
    const issue = step.kind === 'join' ? issues.get(step.fingerprint) : undefined
    if (step.kind !== 'join' || issue === undefined) return []
    return {
      fingerprint: step.fingerprint,
      issue,
      reason: reasonFor(observed, step.fingerprint, step.leader),
    }
  })
}

/** A fingerprint that came in since is of the new hash already: why it joins stands with the one that it joins. */
export function reasonFor(observed: Observed, fingerprint: number, leader: number): string {
  const moving = [fingerprint, leader]
    .flatMap((number) => [...(observed.get(number)?.values() ?? [])])
    .filter(({ hash }) => hash !== undefined)
    .toSorted((a, b) => b.events - a.events)
  return moving[0]?.reason ?? 'The rules make these one issue.'
}

function inPieces<Item>(items: Item[]): Item[][] {
  return Array.from({ length: Math.ceil(items.length / movesAtOnce) }, (_, index) =>
    items.slice(index * movesAtOnce, (index + 1) * movesAtOnce),
  )
}
