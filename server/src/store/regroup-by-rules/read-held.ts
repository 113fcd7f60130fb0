import { GROUPING_VERSION, type HeldFingerprint } from '../../domain/grouping/index.ts'
import { inSlices } from '../recorder/in-slices.ts'
import type { Reader } from '../store.ts'

/** All fingerprints of a project as a plan needs them, by number. */
export async function readHeld(
  reader: Reader,
  projectId: number,
  rulesSince: number,
): Promise<Map<number, HeldFingerprint>> {
  const rows = await reader
    .selectFrom('fingerprints')
    .select(['number', 'issue_number', 'binding', 'created_at'])
    .where('project_id', '=', projectId)
    .execute()
  return new Map(
    rows.map((row) => [
      row.number,
      {
        issue: row.issue_number,
        isPinned: row.binding === 'pinned',
        isNew: row.binding === 'own' && row.created_at >= rulesSince,
        isLoose: row.binding === 'regrouped',
      },
    ]),
  )
}

/** The fingerprints that hashes (hex) of today's grouping lead to. */
export async function readOwners(
  reader: Reader,
  projectId: number,
  hashes: string[],
): Promise<Map<string, number>> {
  const owners = new Map<string, number>()
  for (const slice of inSlices(hashes)) {
    const rows = await reader
      .selectFrom('fingerprint_hashes')
      .select(['hash', 'fingerprint_number'])
      .where('project_id', '=', projectId)
      .where('version', '=', GROUPING_VERSION)
      .where(
        'hash',
        'in',
        slice.map((hash) => Buffer.from(hash, 'hex')),
      )
      .execute()
    for (const row of rows) owners.set(row.hash.toString('hex'), row.fingerprint_number)
  }
  return owners
}
