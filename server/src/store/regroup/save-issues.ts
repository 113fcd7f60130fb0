import type { IssueRow } from '../issue-row.ts'
import { groupBy } from '../recorder/group-by.ts'
import { inSlices } from '../recorder/in-slices.ts'
import type { Tx } from '../store.ts'
import type { IssueMove } from './moves.ts'

/** The very issues, by their numbers. */
export async function readIssues(
  tx: Tx,
  projectId: number,
  numbers: number[],
): Promise<Map<number, IssueRow>> {
  const issues = new Map<number, IssueRow>()
  for (const slice of inSlices(numbers)) {
    const rows = await tx
      .selectFrom('issues')
      .selectAll()
      .where('project_id', '=', projectId)
      .where('number', 'in', slice)
      .execute()
    for (const row of rows) issues.set(row.number, row)
  }
  return issues
}

/** Writes what regrouping changes of issues that are there. */
export async function saveIssues(tx: Tx, rows: IssueRow[]): Promise<void> {
  for (const slice of inSlices(rows)) {
    await tx
      .insertInto('issues')
      .values(slice)
      .onConflict((conflict) =>
        conflict.columns(['project_id', 'number']).doUpdateSet((eb) => ({
          status: eb.ref('excluded.status'),
          status_reason: eb.ref('excluded.status_reason'),
          resolved_at: eb.ref('excluded.resolved_at'),
          merged_into: eb.ref('excluded.merged_into'),
          event_count: eb.ref('excluded.event_count'),
          user_count: eb.ref('excluded.user_count'),
          first_seen: eb.ref('excluded.first_seen'),
          last_seen: eb.ref('excluded.last_seen'),
          first_release: eb.ref('excluded.first_release'),
          last_release: eb.ref('excluded.last_release'),
          level: eb.ref('excluded.level'),
          handling: eb.ref('excluded.handling'),
        })),
      )
      .execute()
  }
}

/** Shows or hides issues, each as its move says. */
export async function mergeInto(
  tx: Tx,
  projectId: number,
  issues: Pick<IssueMove, 'number' | 'mergedInto'>[],
): Promise<void> {
  for (const [mergedInto, alike] of groupBy(issues, (issue) => issue.mergedInto)) {
    for (const slice of inSlices(alike)) {
      await tx
        .updateTable('issues')
        .set({ merged_into: mergedInto })
        .where('project_id', '=', projectId)
        .where(
          'number',
          'in',
          slice.map(({ number }) => number),
        )
        .execute()
    }
  }
}
