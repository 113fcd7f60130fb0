/** What a regression is decided from. */
export interface ResolvableIssue {
  status: 'unresolved' | 'resolved' | 'archived'
  resolvedAtMs: number | undefined
}

export type RegressionVerdict = { kind: 'regression' | 'none'; reason: string }

/** Whether an event on an issue means that a fix did not hold. The reason says what it was made from. */
export function decideRegression(issue: ResolvableIssue, occurredAtMs: number): RegressionVerdict {
  if (issue.status !== 'resolved' || issue.resolvedAtMs === undefined) {
    return { kind: 'none', reason: 'The issue was not resolved.' }
  }
  const resolved = new Date(issue.resolvedAtMs).toISOString()
  const occurred = new Date(occurredAtMs).toISOString()
  if (occurredAtMs <= issue.resolvedAtMs) {
    return { kind: 'none', reason: `It occurred at ${occurred}, before it was resolved at ${resolved}.` }
  }
  return { kind: 'regression', reason: `It occurred at ${occurred}, after it was resolved at ${resolved}.` }
}
