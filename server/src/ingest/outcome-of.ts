import type { Outcome } from '../store/count-outcomes.ts'
import { sdkLabel } from './sdk-label.ts'

/** Whom and what an outcome is about. */
export interface OutcomeSource {
  projectId: number
  publicKey: string
  clientName: string | undefined
  receivedAtMs: number
}

/** One outcome of a request or an item. `reason` is a word of ours, or empty. */
export function outcomeOf(
  source: OutcomeSource,
  outcome: Outcome['outcome'],
  category: string,
  reason: string,
): Outcome {
  return {
    projectId: source.projectId,
    atMs: source.receivedAtMs,
    category,
    outcome,
    reason,
    publicKey: source.publicKey,
    sdk: sdkLabel(source.clientName),
    quantity: 1,
  }
}
