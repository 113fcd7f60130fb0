import type { Reader } from './store.ts'

export interface WaitingHash {
  project_id: number
  version: number
  hash: Buffer
  fingerprint_number: number
  likeness_hash: Buffer | null
  chain: string | null
}

/** Some of the hashes that have not been compared with those that are alike. */
export function listWaitingHashes(reader: Reader, limit: number): Promise<WaitingHash[]> {
  return reader
    .selectFrom('fingerprint_hashes')
    .select(['project_id', 'version', 'hash', 'fingerprint_number', 'likeness_hash', 'chain'])
    .where('comparison', '=', 'waiting')
    .orderBy('project_id')
    .orderBy('created_at')
    .limit(limit)
    .execute()
}

/** Hashes of one likeness with a hash, newest first, of fingerprints that may be merged with its own. */
export function listAlike(
  reader: Reader,
  { project_id, fingerprint_number, likeness_hash }: WaitingHash,
  limit: number,
): Promise<{ fingerprint_number: number; chain: string | null }[]> {
  return reader
    .selectFrom('fingerprint_hashes as h')
    .innerJoin('fingerprints as f', (join) =>
      join.onRef('f.project_id', '=', 'h.project_id').onRef('f.number', '=', 'h.fingerprint_number'),
    )
    .innerJoin('fingerprints as own', (join) =>
      join.onRef('own.project_id', '=', 'h.project_id').on('own.number', '=', fingerprint_number),
    )
    .select(['h.fingerprint_number', 'h.chain'])
    .where('h.project_id', '=', project_id)
    .where('h.likeness_hash', '=', likeness_hash)
    .where('h.chain', 'is not', null)
    .whereRef('f.issue_number', '!=', 'own.issue_number')
    .where('f.binding', '!=', 'pinned')
    .where('own.binding', '!=', 'pinned')
    .orderBy('h.created_at', 'desc')
    .limit(limit)
    .execute()
}
