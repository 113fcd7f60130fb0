import type { Tx } from '../store.ts'

/** A hash with the reasons that are shown for it. */
export interface LeadingHash {
  version: number
  /** Hex. */
  hash: string
  tier: string
  /** JSON. */
  parts: string
}

/** Makes a hash lead to a fingerprint. Answers whom it leads to: another, if it led there already. */
export async function leadHash(
  tx: Tx,
  projectId: number,
  number: number,
  { version, hash, tier, parts, now }: LeadingHash & { now: number },
): Promise<{ leader: number; isNew: boolean }> {
  const bytes = Buffer.from(hash, 'hex')
  const inserted = await tx
    .insertInto('fingerprint_hashes')
    .values({
      project_id: projectId,
      version,
      hash: bytes,
      fingerprint_number: number,
      tier,
      parts,
      stack_hash: null,
      likeness_hash: null,
      chain: null,
      comparison: 'done',
      created_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('fingerprint_number')
    .executeTakeFirst()
  if (inserted !== undefined) return { leader: number, isNew: true }
  return { leader: (await readLeader(tx, projectId, { version, hash })) ?? number, isNew: false }
}

export async function readLeader(
  tx: Tx,
  projectId: number,
  { version, hash }: Pick<LeadingHash, 'version' | 'hash'>,
): Promise<number | undefined> {
  const row = await tx
    .selectFrom('fingerprint_hashes')
    .select('fingerprint_number')
    .where('project_id', '=', projectId)
    .where('version', '=', version)
    .where('hash', '=', Buffer.from(hash, 'hex'))
    .executeTakeFirst()
  return row?.fingerprint_number
}
