import type { FingerprintRow } from '../fingerprint-row.ts'
import type { IssueRow } from '../issue-row.ts'

export type Binding = FingerprintRow['binding']

/** A fingerprint that changes its issue, and how it is bound before and after. */
export interface FingerprintMove {
  number: number
  from: number
  to: number
  binding: { before: Binding; after: Binding }
}

/** Of an issue, what regrouping and counting anew may change. */
export type IssueBefore = Pick<
  IssueRow,
  | 'status'
  | 'status_reason'
  | 'resolved_at'
  | 'merged_into'
  | 'event_count'
  | 'user_count'
  | 'first_seen'
  | 'last_seen'
  | 'first_release'
  | 'last_release'
  | 'level'
  | 'handling'
>

export interface IssueMove {
  number: number
  /** Null for an issue that was made for the occasion. */
  before: IssueBefore | null
  mergedInto: number | null
}

/** All that a regrouping changed: enough to undo it, and to see whether another has changed it since. */
export interface Moves {
  fingerprints: FingerprintMove[]
  /** In the order in which a person is told of them. */
  issues: IssueMove[]
}

export function beforeOf(issue: IssueRow): IssueBefore {
  return {
    status: issue.status,
    status_reason: issue.status_reason,
    resolved_at: issue.resolved_at,
    merged_into: issue.merged_into,
    event_count: issue.event_count,
    user_count: issue.user_count,
    first_seen: issue.first_seen,
    last_seen: issue.last_seen,
    first_release: issue.first_release,
    last_release: issue.last_release,
    level: issue.level,
    handling: issue.handling,
  }
}
