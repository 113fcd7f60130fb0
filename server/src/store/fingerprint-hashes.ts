import type { IssueKey } from '../domain/issue/issue-id.ts'
import type { Reader } from './store.ts'

export interface NewestHash {
  fingerprint_number: number
  tier: string
  parts: string
}

/** The newest hash of each of an issue's largest fingerprints; those that nothing leads to are left out. */
export async function readNewestHashes(
  reader: Reader,
  { projectId, number }: IssueKey,
  mostFingerprints: number,
): Promise<NewestHash[]> {
  const largest = await reader
    .selectFrom('fingerprints')
    .select('number')
    .where('project_id', '=', projectId)
    .where('issue_number', '=', number)
    .orderBy('event_count', 'desc')
    .orderBy('number')
    .limit(mostFingerprints)
    .execute()
  if (largest.length === 0) return []
  const rows = await reader
    .selectFrom('fingerprint_hashes')
    .select(['fingerprint_number', 'tier', 'parts'])
    .where('project_id', '=', projectId)
    .where(
      'fingerprint_number',
      'in',
      largest.map((fingerprint) => fingerprint.number),
    )
    .orderBy('version', 'desc')
    .orderBy('created_at', 'desc')
    .execute()
  const newest = new Map<number, NewestHash>()
  for (const row of rows) if (!newest.has(row.fingerprint_number)) newest.set(row.fingerprint_number, row)
  return largest.flatMap((fingerprint) => newest.get(fingerprint.number) ?? [])
}
