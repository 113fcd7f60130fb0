import { mergesOf, type HeldFingerprint, type Observed, type RegroupPlan } from '../domain/grouping/index.ts'
import { reasonFor } from './apply-plan.ts'

/** What is kept of a run: the result of the API, with issues by their numbers. */
export interface RunResult {
  merges: { into: number; issues: number[]; reason: string }[]
  splits: {
    issue: number
    parts: { events: number; reason: string; examples: { eventId: string; title: string }[] }[]
  }[]
  mergeCount: number
  splitCount: number
}

const mostListed = 100
const mostParts = 50

export const nothingFound: RunResult = { merges: [], splits: [], mergeCount: 0, splitCount: 0 }

export function resultOf(
  plan: RegroupPlan,
  held: Map<number, HeldFingerprint>,
  observed: Observed,
): RunResult {
  const merges = mergesOf(plan, held)
  return {
    merges: merges.slice(0, mostListed).map(({ into, issues, because }) => ({
      into,
      issues: issues.slice(0, mostListed),
      reason: reasonFor(observed, because, leaderOf(plan, because)),
    })),
    splits: plan.splits.slice(0, mostListed).map(({ fingerprint, parts }) => ({
      issue: held.get(fingerprint)?.issue ?? 0,
      parts: parts.slice(0, mostParts).map(({ events, reason, examples }) => ({ events, reason, examples })),
    })),
    mergeCount: merges.length,
    splitCount: plan.splits.length,
  }
}

function leaderOf({ steps }: RegroupPlan, fingerprint: number): number {
  const step = steps.find((each) => each.kind === 'join' && each.fingerprint === fingerprint)
  return step?.kind === 'join' ? step.leader : fingerprint
}
