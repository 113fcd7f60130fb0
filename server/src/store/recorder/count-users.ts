import type { Tx } from '../store.ts'
import type { IssueRecords } from './bind-to-issues.ts'
import { inSlices } from './in-slices.ts'

/** Notes who was affected. Answers how many users are new to each issue, by issue number. */
export async function countUsers(
  tx: Tx,
  projectId: number,
  bound: IssueRecords[],
): Promise<Map<number, number>> {
  const rows = bound.flatMap(({ issue, records }) =>
    distinctHashes(records.map((record) => record.userHash)).map((userHash) => ({
      project_id: projectId,
      issue_number: issue.number,
      user_hash: userHash,
    })),
  )
  const added = new Map<number, number>()
  for (const slice of inSlices(rows)) {
    const inserted = await tx
      .insertInto('issue_users')
      .values(slice)
      .onConflict((conflict) => conflict.doNothing())
      .returning('issue_number')
      .execute()
    for (const row of inserted) added.set(row.issue_number, (added.get(row.issue_number) ?? 0) + 1)
  }
  return added
}

function distinctHashes(hashes: (Buffer | undefined)[]): Buffer[] {
  const byText = new Map<string, Buffer>()
  for (const hash of hashes) if (hash !== undefined) byText.set(hash.toString('hex'), hash)
  return [...byText.values()]
}
