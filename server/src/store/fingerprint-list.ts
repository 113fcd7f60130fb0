import type { Selectable } from 'kysely'
import type { IssueKey } from '../domain/issue/issue-id.ts'
import type { FingerprintRow } from './fingerprint-row.ts'
import { groupBy } from './recorder/group-by.ts'
import type { Schema } from './schema.ts'
import type { Reader } from './store.ts'

export interface ListedFingerprint {
  fingerprint: FingerprintRow
  /** Newest version first. */
  hashes: Selectable<Schema['fingerprint_hashes']>[]
  /** The code paths whose first fingerprint it is. */
  stacks: Selectable<Schema['fuse_stacks']>[]
}

const mostShown = 200
/** Rules that change often leave one behind each time. */
const mostHashes = 1_000

/** The fingerprints of an issue with what leads to them; those with most events first. */
export async function listFingerprints(
  reader: Reader,
  { projectId, number }: IssueKey,
): Promise<ListedFingerprint[]> {
  const fingerprints = await reader
    .selectFrom('fingerprints')
    .selectAll()
    .where('project_id', '=', projectId)
    .where('issue_number', '=', number)
    .orderBy('event_count', 'desc')
    .orderBy('number')
    .limit(mostShown)
    .execute()
  if (fingerprints.length === 0) return []
  const numbers = fingerprints.map((fingerprint) => fingerprint.number)
  const [hashes, stacks] = await Promise.all([
    readHashes(reader, projectId, numbers),
    readStacks(reader, projectId, numbers),
  ])
  return fingerprints.map((fingerprint) => ({
    fingerprint,
    hashes: hashes.get(fingerprint.number) ?? [],
    stacks: stacks.get(fingerprint.number) ?? [],
  }))
}

async function readHashes(reader: Reader, projectId: number, numbers: number[]) {
  const rows = await reader
    .selectFrom('fingerprint_hashes')
    .selectAll()
    .where('project_id', '=', projectId)
    .where('fingerprint_number', 'in', numbers)
    .orderBy('version', 'desc')
    .orderBy('created_at', 'desc')
    .orderBy('hash')
    .limit(mostHashes)
    .execute()
  return groupBy(rows, (row) => row.fingerprint_number)
}

async function readStacks(reader: Reader, projectId: number, numbers: number[]) {
  const rows = await reader
    .selectFrom('fuse_stacks')
    .selectAll()
    .where('project_id', '=', projectId)
    .where('first_fingerprint_number', 'in', numbers)
    .execute()
  return groupBy(rows, (row) => row.first_fingerprint_number)
}
