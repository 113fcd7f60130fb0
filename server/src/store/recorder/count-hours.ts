import { groupBy } from './group-by.ts'
import type { Tx } from '../store.ts'
import type { IssueRecords } from './bind-to-issues.ts'
import { inSlices } from './in-slices.ts'

const hourMs = 3_600_000

/** Adds the events to the hours in which they occurred. */
export async function countHours(tx: Tx, projectId: number, bound: IssueRecords[]): Promise<void> {
  const rows = bound.flatMap(({ issue, records }) => {
    const byHour = groupBy(records, (record) => record.occurredAtMs - (record.occurredAtMs % hourMs))
    return [...byHour].map(([hour, ofHour]) => ({
      project_id: projectId,
      issue_number: issue.number,
      hour,
      event_count: ofHour.length,
    }))
  })
  for (const slice of inSlices(rows)) {
    await tx
      .insertInto('issue_hours')
      .values(slice)
      .onConflict((conflict) =>
        conflict.columns(['project_id', 'issue_number', 'hour']).doUpdateSet((eb) => ({
          event_count: eb('issue_hours.event_count', '+', eb.ref('excluded.event_count')),
        })),
      )
      .execute()
  }
}
