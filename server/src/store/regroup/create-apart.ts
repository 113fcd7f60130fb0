import type { FingerprintRow } from '../fingerprint-row.ts'
import type { IssueRow } from '../issue-row.ts'
import type { Tx } from '../store.ts'

/** A new issue for fingerprints of another, numbered next and named by the first of them; still without their counts. */
export async function createApart(tx: Tx, parent: IssueRow, namedBy: FingerprintRow): Promise<number> {
  const { last_issue_number: number } = await tx
    .updateTable('projects')
    .set((eb) => ({ last_issue_number: eb('last_issue_number', '+', 1) }))
    .where('id', '=', parent.project_id)
    .returning('last_issue_number')
    .executeTakeFirstOrThrow()
  const { title, type, value, culprit } = namedBy
  await tx
    .insertInto('issues')
    .values({
      ...parent,
      number,
      title,
      type,
      value,
      culprit,
      activity_count: 0,
      merged_into: null,
      sample_count: 0,
    })
    .execute()
  return number
}

/**
 * Issues that were merged into one which is to be shown again, while their own fingerprints stay with the parent:
 * whoever asks for them is to find those.
 */
export async function readStaying(
  tx: Tx,
  parent: IssueRow,
  revived: number,
  leaving: Set<number>,
): Promise<number[]> {
  const rows = await tx
    .selectFrom('issues as i')
    .innerJoin('fingerprints as f', (join) =>
      join.onRef('f.project_id', '=', 'i.project_id').onRef('f.first_issue_number', '=', 'i.number'),
    )
    .select(['i.number as issue', 'f.number as fingerprint'])
    .where('i.project_id', '=', parent.project_id)
    .where('i.merged_into', '=', revived)
    .where('f.issue_number', '=', parent.number)
    .execute()
  return [...new Set(rows.filter((row) => !leaving.has(row.fingerprint)).map((row) => row.issue))]
}
