import type { BulkFind } from '../bulk/statements.ts'
import type { FingerprintRow } from '../fingerprint-row.ts'
import type { Tx } from '../store.ts'

export interface HashReference {
  version: number
  hash: Buffer
}

/** What tells hashes of a project apart. */
export function hashKey({ version, hash }: HashReference): string {
  return `${version}:${hash.toString('hex')}`
}

const findByHash = {
  select: 'f.*, h.version, h.hash',
  from: `fingerprint_hashes AS h
    JOIN fingerprints AS f ON f.project_id = h.project_id AND f.number = h.fingerprint_number`,
  keyed: 'h',
  keys: { project_id: 'number', version: 'number', hash: 'bytes' },
} satisfies BulkFind

/** The fingerprints that hashes lead to, by `hashKey`. */
export async function findFingerprints(
  tx: Tx,
  projectId: number,
  references: HashReference[],
): Promise<Map<string, FingerprintRow>> {
  if (references.length === 0) return new Map()
  const distinct = [...new Map(references.map((reference) => [hashKey(reference), reference])).values()]
  const rows = await tx.bulk.find<FingerprintRow & HashReference>(
    findByHash,
    distinct.map(({ version, hash }) => ({ project_id: projectId, version, hash })),
  )
  return new Map(rows.map(({ version, hash, ...fingerprint }) => [hashKey({ version, hash }), fingerprint]))
}

/** Fingerprints by their numbers. */
export async function readFingerprints(
  tx: Tx,
  projectId: number,
  numbers: number[],
): Promise<Map<number, FingerprintRow>> {
  if (numbers.length === 0) return new Map()
  const rows = await tx
    .selectFrom('fingerprints')
    .selectAll()
    .where('project_id', '=', projectId)
    .where('number', 'in', numbers)
    .execute()
  return new Map(rows.map((row) => [row.number, row]))
}
