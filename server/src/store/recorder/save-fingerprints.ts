import type { Insertable } from 'kysely'
import type { Schema } from '../schema.ts'
import type { Tx } from '../store.ts'
import type { NewHash } from './follow-hashes.ts'
import { inSlices } from './in-slices.ts'
import type { PlannedFingerprint } from './plan-payloads.ts'
import { summaryAfter } from './summary-after.ts'

/** Writes the fingerprints as they are after the batch. */
export async function saveFingerprints(tx: Tx, planned: PlannedFingerprint[]): Promise<void> {
  for (const slice of inSlices(planned)) {
    await tx
      .insertInto('fingerprints')
      .values(
        slice.map(({ fingerprint, records, sampleCount }) => ({
          ...fingerprint,
          ...summaryAfter(fingerprint, records),
          sample_count: fingerprint.sample_count + sampleCount,
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(['project_id', 'number']).doUpdateSet((eb) => ({
          event_count: eb.ref('excluded.event_count'),
          first_seen: eb.ref('excluded.first_seen'),
          last_seen: eb.ref('excluded.last_seen'),
          first_release: eb.ref('excluded.first_release'),
          last_release: eb.ref('excluded.last_release'),
          sample_count: eb.ref('excluded.sample_count'),
        })),
      )
      .execute()
  }
}

/** Lets hashes lead where their records went. */
export async function saveHashes(tx: Tx, hashes: NewHash[]): Promise<void> {
  for (const slice of inSlices(hashes))
    await tx.insertInto('fingerprint_hashes').values(slice.map(hashRow)).execute()
}

function hashRow({ fingerprintNumber, record }: NewHash): Insertable<Schema['fingerprint_hashes']> {
  const { version, hash, tier, parts, stackHash, likenessHash, chain } = record.fingerprint
  const isComparable = likenessHash !== undefined && chain !== undefined
  return {
    project_id: record.projectId,
    version,
    hash,
    fingerprint_number: fingerprintNumber,
    tier,
    parts,
    stack_hash: stackHash ?? null,
    likeness_hash: likenessHash ?? null,
    chain: chain ?? null,
    comparison: isComparable ? 'waiting' : 'done',
    created_at: record.receivedAtMs,
  }
}
