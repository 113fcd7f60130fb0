import type { BulkInsert, BulkRow, BulkUpdate } from '../bulk/statements.ts'
import type { Tx } from '../store.ts'
import type { NewHash } from './follow-hashes.ts'
import type { PlannedFingerprint } from './plan-payloads.ts'
import { summaryAfter } from './summary-after.ts'

const counted = {
  event_count: 'number',
  first_seen: 'number',
  last_seen: 'number',
  first_release: 'text',
  last_release: 'text',
  sample_count: 'number',
} as const

const insertNew = {
  table: 'fingerprints',
  columns: {
    project_id: 'number',
    number: 'number',
    issue_number: 'number',
    first_issue_number: 'number',
    binding: 'text',
    title: 'text',
    type: 'text',
    value: 'text',
    culprit: 'text',
    ...counted,
    created_at: 'number',
  },
  onConflict: '',
} satisfies BulkInsert

const updateKnown = {
  table: 'fingerprints',
  keys: { project_id: 'number', number: 'number' },
  set: counted,
  add: {},
  raise: {},
} satisfies BulkUpdate

const insertHashes = {
  table: 'fingerprint_hashes',
  columns: {
    project_id: 'number',
    version: 'number',
    hash: 'bytes',
    fingerprint_number: 'number',
    tier: 'text',
    parts: 'text',
    stack_hash: 'bytes',
    likeness_hash: 'bytes',
    chain: 'text',
    comparison: 'text',
    created_at: 'number',
  },
  onConflict: '',
} satisfies BulkInsert

/** Writes the fingerprints as they are after the batch. */
export async function saveFingerprints(tx: Tx, planned: PlannedFingerprint[]): Promise<void> {
  await tx.bulk.insert(insertNew, planned.filter(({ isNew }) => isNew).map(rowAfter))
  await tx.bulk.update(updateKnown, planned.filter(({ isNew }) => !isNew).map(rowAfter))
}

function rowAfter({ fingerprint, records, sampleCount }: PlannedFingerprint) {
  return {
    ...fingerprint,
    ...summaryAfter(fingerprint, records),
    sample_count: fingerprint.sample_count + sampleCount,
  }
}

/** Lets hashes lead where their records went. */
export async function saveHashes(tx: Tx, hashes: NewHash[]): Promise<void> {
  await tx.bulk.insert(insertHashes, hashes.map(hashRow))
}

function hashRow({ fingerprintNumber, record }: NewHash): BulkRow<typeof insertHashes.columns> {
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
