import type { Tx } from '../store.ts'
import type { FingerprintRecords } from './bind-to-issues.ts'
import type { EventRecord } from './event-record.ts'
import { inSlices } from './in-slices.ts'
import { summaryAfter } from './summary-after.ts'

/** Writes the fingerprints as they are after the batch, the new ones with the hashes that lead to them. */
export async function saveFingerprints(tx: Tx, bound: FingerprintRecords[]): Promise<void> {
  for (const slice of inSlices(bound)) {
    await tx
      .insertInto('fingerprints')
      .values(
        slice.map(({ fingerprint, records }) => ({ ...fingerprint, ...summaryAfter(fingerprint, records) })),
      )
      .onConflict((conflict) =>
        conflict.columns(['project_id', 'number']).doUpdateSet((eb) => ({
          event_count: eb.ref('excluded.event_count'),
          first_seen: eb.ref('excluded.first_seen'),
          last_seen: eb.ref('excluded.last_seen'),
          first_release: eb.ref('excluded.first_release'),
          last_release: eb.ref('excluded.last_release'),
        })),
      )
      .execute()
  }
  await insertHashes(
    tx,
    bound.flatMap(({ fingerprint, isNew, records: [first] }) =>
      isNew && first !== undefined ? [{ number: fingerprint.number, first }] : [],
    ),
  )
}

async function insertHashes(tx: Tx, hashes: { number: number; first: EventRecord }[]): Promise<void> {
  for (const slice of inSlices(hashes)) {
    await tx
      .insertInto('fingerprint_hashes')
      .values(
        slice.map(({ number, first: { projectId, fingerprint, receivedAtMs } }) => ({
          project_id: projectId,
          version: fingerprint.version,
          hash: fingerprint.hash,
          fingerprint_number: number,
          tier: fingerprint.tier,
          parts: fingerprint.parts,
          stack_hash: null,
          likeness_hash: null,
          chain: null,
          comparison: 'done' as const,
          created_at: receivedAtMs,
        })),
      )
      .execute()
  }
}
