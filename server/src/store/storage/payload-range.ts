import type { LetGoState, PayloadState } from '../../domain/storage/index.ts'

/** Payloads that may be let go in a walk by their time of receipt. Those pinned are in none. */
export interface PayloadWalk {
  projectId: number
  state: Extract<PayloadState, 'sample' | 'regression' | 'first'>
  /** Whether the latest of each issue stays. */
  sparesLatest: boolean
  reason: LetGoState
}

/** Times of receipt, both included. */
export interface ReceiptRange {
  from: number
  until: number
}
