import type { BulkInsert } from '../bulk/statements.ts'
import type { Tx } from '../store.ts'
import type { IssueRecords } from './bind-to-issues.ts'
import { groupBy } from './group-by.ts'
import { inSlices } from './in-slices.ts'

interface UserRow {
  fingerprint_number: number
  user_hash: Buffer
}

const addUsers = {
  table: 'fingerprint_users',
  columns: { project_id: 'number', fingerprint_number: 'number', user_hash: 'bytes' },
  onConflict: 'ON CONFLICT DO NOTHING',
} satisfies BulkInsert

/** Notes who was affected. Answers how many users are new to each issue, by issue number. */
export async function countUsers(
  tx: Tx,
  projectId: number,
  bound: IssueRecords[],
): Promise<Map<number, number>> {
  const fingerprints = bound.flatMap((ofIssue) => ofIssue.fingerprints)
  const rows = fingerprints.flatMap(({ fingerprint, records }) =>
    distinctHashes(records.map((record) => record.userHash)).map((userHash) => ({
      project_id: projectId,
      fingerprint_number: fingerprint.number,
      user_hash: userHash,
    })),
  )
  const inserted = await tx.bulk.insertNew(addUsers, rows)
  const byFingerprint = groupBy(inserted, (row) => row.fingerprint_number)
  const added = new Map<number, number>()
  for (const ofIssue of bound) {
    const fresh = ofIssue.fingerprints.flatMap(
      ({ fingerprint }) => byFingerprint.get(fingerprint.number) ?? [],
    )
    added.set(ofIssue.issue.number, await countNewToIssue(tx, projectId, ofIssue, fresh))
  }
  return added
}

/** Whoever is new to a fingerprint may be known to another of its issue. */
async function countNewToIssue(
  tx: Tx,
  projectId: number,
  ofIssue: IssueRecords,
  fresh: UserRow[],
): Promise<number> {
  if (fresh.length === 0 || !hasSeveral(ofIssue)) return fresh.length
  const isFresh = new Set(fresh.map(keyOf))
  const users = distinctHashes(fresh.map((row) => row.user_hash))
  const known = new Set<string>()
  for (const slice of inSlices(users)) {
    const rows = await tx
      .selectFrom('fingerprints as f')
      .innerJoin('fingerprint_users as u', (join) =>
        join.onRef('u.project_id', '=', 'f.project_id').onRef('u.fingerprint_number', '=', 'f.number'),
      )
      .select(['u.fingerprint_number', 'u.user_hash'])
      .where('f.project_id', '=', projectId)
      .where('f.issue_number', '=', ofIssue.issue.number)
      .where('u.user_hash', 'in', slice)
      .execute()
    for (const row of rows) if (!isFresh.has(keyOf(row))) known.add(row.user_hash.toString('hex'))
  }
  return users.length - known.size
}

/** Without a question: every fingerprint has an event, so one that has all of the issue's events is its only one. */
function hasSeveral({ issue, fingerprints }: IssueRecords): boolean {
  const [first] = fingerprints
  return fingerprints.length > 1 || first?.fingerprint.event_count !== issue.event_count
}

function keyOf({ fingerprint_number, user_hash }: UserRow): string {
  return `${fingerprint_number}:${user_hash.toString('hex')}`
}

function distinctHashes(hashes: (Buffer | undefined)[]): Buffer[] {
  const byText = new Map<string, Buffer>()
  for (const hash of hashes) if (hash !== undefined) byText.set(hash.toString('hex'), hash)
  return [...byText.values()]
}
