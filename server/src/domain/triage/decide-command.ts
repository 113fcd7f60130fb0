export type CommandKind = 'resolve' | 'archive' | 'reopen'

export interface TriageState {
  status: 'unresolved' | 'resolved' | 'archived'
  statusReason: 'new' | 'ongoing' | 'regressed' | 'resolved' | 'archived'
  resolvedAtMs: number | undefined
}

export type TriageDecision =
  | { kind: 'changed'; state: TriageState; activity: 'resolved' | 'archived' | 'reopened' }
  /** The issue is as the command wants it already. */
  | { kind: 'unchanged' }

/** What a command makes of an issue. */
export function decideCommand(command: CommandKind, issue: TriageState, nowMs: number): TriageDecision {
  const { status, activity, statusReason } = outcomes[command]
  if (issue.status === status) return { kind: 'unchanged' }
  const resolvedAtMs = status === 'resolved' ? nowMs : undefined
  return { kind: 'changed', state: { status, statusReason, resolvedAtMs }, activity }
}

const outcomes = {
  resolve: { status: 'resolved', statusReason: 'resolved', activity: 'resolved' },
  archive: { status: 'archived', statusReason: 'archived', activity: 'archived' },
  // It was known before, so it is not new.
  reopen: { status: 'unresolved', statusReason: 'ongoing', activity: 'reopened' },
} as const

const newForMs = 7 * 24 * 3_600_000

/** The reason as shown: an issue is new for a week. Decided when it is read, so that nothing must change by itself. */
export function shownReason(
  statusReason: TriageState['statusReason'],
  firstSeenMs: number,
  nowMs: number,
): TriageState['statusReason'] {
  return statusReason === 'new' && nowMs - firstSeenMs > newForMs ? 'ongoing' : statusReason
}

/** Issues first seen before this are no longer new. */
export function newSince(nowMs: number): number {
  return nowMs - newForMs
}
