import type { FingerprintRow } from '../fingerprint-row.ts'
import { readFingerprints } from '../recorder/find-fingerprints.ts'
import { inSlices } from '../recorder/in-slices.ts'
import type { Tx } from '../store.ts'
import type { Binding } from './moves.ts'

export interface Placement {
  number: number
  to: number
  binding: Binding
}

/** Gives fingerprints to their issues. All that was counted by them goes along. */
export async function placeFingerprints(tx: Tx, projectId: number, placements: Placement[]): Promise<void> {
  for (const slice of inSlices(placements)) {
    const rows = await readFingerprints(
      tx,
      projectId,
      slice.map(({ number }) => number),
    )
    const placed = slice.flatMap(({ number, to, binding }) => {
      const row = rows.get(number)
      return row === undefined ? [] : { ...row, issue_number: to, binding }
    })
    if (placed.length > 0) await save(tx, placed)
  }
}

/** As new rows for those that are there: one statement, wherever each goes. */
async function save(tx: Tx, rows: FingerprintRow[]): Promise<void> {
  await tx
    .insertInto('fingerprints')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['project_id', 'number']).doUpdateSet((eb) => ({
        issue_number: eb.ref('excluded.issue_number'),
        binding: eb.ref('excluded.binding'),
      })),
    )
    .execute()
}

/** All fingerprints of issues, in the order of their numbers. */
export async function readFingerprintsOf(
  tx: Tx,
  projectId: number,
  issueNumbers: number[],
): Promise<FingerprintRow[]> {
  if (issueNumbers.length === 0) return []
  const rows = await tx
    .selectFrom('fingerprints')
    .selectAll()
    .where('project_id', '=', projectId)
    .where('issue_number', 'in', issueNumbers)
    .execute()
  // If SQLite had to sort, it would go through all of the project instead of the index by issue.
  return rows.toSorted((a, b) => a.number - b.number)
}
