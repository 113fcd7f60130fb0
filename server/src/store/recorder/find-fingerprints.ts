import type { FingerprintRow } from '../fingerprint-row.ts'
import type { Tx } from '../store.ts'
import type { EventRecord } from './event-record.ts'

/** What tells hashes of a project apart. */
export function hashKey({ version, hash }: { version: number; hash: Buffer }): string {
  return `${version}:${hash.toString('hex')}`
}

/** The fingerprints that hashes lead to, by `hashKey`. Where several lead to one, it is one object. */
export async function findFingerprints(
  tx: Tx,
  projectId: number,
  records: EventRecord[],
): Promise<Map<string, FingerprintRow>> {
  const hashes = new Map(records.map(({ fingerprint }) => [hashKey(fingerprint), fingerprint]))
  const rows = await tx
    .selectFrom('fingerprint_hashes as h')
    .innerJoin('fingerprints as f', (join) =>
      join.onRef('f.project_id', '=', 'h.project_id').onRef('f.number', '=', 'h.fingerprint_number'),
    )
    .selectAll('f')
    .select(['h.version', 'h.hash'])
    .where('h.project_id', '=', projectId)
    .where('h.version', 'in', [...new Set([...hashes.values()].map(({ version }) => version))])
    .where(
      'h.hash',
      'in',
      [...hashes.values()].map(({ hash }) => hash),
    )
    .execute()
  const byNumber = new Map<number, FingerprintRow>()
  const found = new Map<string, FingerprintRow>()
  for (const { version, hash, ...row } of rows) {
    const fingerprint = byNumber.get(row.number) ?? row
    byNumber.set(row.number, fingerprint)
    found.set(hashKey({ version, hash }), fingerprint)
  }
  return found
}
