import { addActivities } from '../regroup/add-activity.ts'
import type { Tx } from '../store.ts'

interface Change {
  projectId: number
  regrouping: number
  actor: string
  now: number
  reason: string
}

/** Notes with each issue that rules gave it events or took some, and why. */
export async function tellIssues(
  tx: Tx,
  { projectId, regrouping, actor, now, reason }: Change,
  issues: number[],
): Promise<void> {
  const activities = issues.map((number) => ({
    issue_number: number,
    kind: 'regrouped' as const,
    at: now,
    actor,
    detail: reason,
    regrouping_number: regrouping,
  }))
  await addActivities(tx, projectId, activities)
}
