import type { Outcome } from '../store/count-outcomes.ts'

/** Tells clients apart in what is counted, as long as there are not too many of them. */
export type BoundSdkLabels = (outcome: Outcome) => Outcome

const mostLabels = 200
const hourMs = 3_600_000

/**
 * Names of clients are invented without end; of a project, so many are told apart in an hour, the rest are one. The
 * door and the digest are different threads and bound what they count each for itself.
 */
export function createSdkLabelBound(): BoundSdkLabels {
  let hour = 0
  let ofProject = new Map<number, Set<string>>()

  return (outcome) => {
    const ownHour = outcome.atMs - (outcome.atMs % hourMs)
    if (ownHour > hour) {
      hour = ownHour
      ofProject = new Map()
    }
    const labels = ofProject.get(outcome.projectId) ?? new Set()
    ofProject.set(outcome.projectId, labels)
    if (labels.has(outcome.sdk)) return outcome
    if (labels.size >= mostLabels) return { ...outcome, sdk: 'other' }
    labels.add(outcome.sdk)
    return outcome
  }
}
