import type { FingerprintRow } from '../fingerprint-row.ts'
import { groupBy } from '../recorder/group-by.ts'
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
  for (const [, alike] of groupBy(placements, ({ to, binding }) => `${to} ${binding}`)) {
    for (const slice of inSlices(alike)) {
      const [{ to, binding } = { to: 0, binding: 'own' as const }] = slice
      await tx
        .updateTable('fingerprints')
        .set({ issue_number: to, binding })
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

/** All fingerprints of issues, in the order of their numbers. */
export function readFingerprintsOf(
  tx: Tx,
  projectId: number,
  issueNumbers: number[],
): Promise<FingerprintRow[]> {
  if (issueNumbers.length === 0) return Promise.resolve([])
  return tx
    .selectFrom('fingerprints')
    .selectAll()
    .where('project_id', '=', projectId)
    .where('issue_number', 'in', issueNumbers)
    .orderBy('number')
    .execute()
}
