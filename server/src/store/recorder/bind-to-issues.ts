import type { FingerprintRow } from '../fingerprint-row.ts'
import type { IssueRow } from '../issue-row.ts'
import type { Tx } from '../store.ts'
import { createIssues } from './create-issues.ts'
import type { EventRecord } from './event-record.ts'
import { findFingerprints, hashKey } from './find-fingerprints.ts'
import { groupBy } from './group-by.ts'

/** The records of a batch that a fingerprint gathers, in the order of their arrival. */
export interface FingerprintRecords {
  /** As it was before the batch; a new one has nothing counted. */
  fingerprint: FingerprintRow
  isNew: boolean
  records: EventRecord[]
}

/** What a batch brings to one issue. */
export interface IssueRecords {
  /** As it was before the batch; a new one has nothing counted. */
  issue: IssueRow
  fingerprints: FingerprintRecords[]
}

/** Finds the fingerprint and issue of each record by its hash, and creates those that are missing. */
export async function bindToIssues(
  tx: Tx,
  projectId: number,
  records: EventRecord[],
): Promise<IssueRecords[]> {
  const known = await findFingerprints(tx, projectId, records)
  const byHash = groupBy(records, ({ fingerprint }) => hashKey(fingerprint))
  const missing = [...byHash].filter(([hash]) => !known.has(hash)).flatMap(([, [first]]) => first ?? [])
  const issues = await readIssues(tx, projectId, [...known.values()])
  const created = await createIssues(tx, projectId, missing)
  for (const { issue, fingerprint, first } of created) {
    issues.set(issue.number, issue)
    known.set(hashKey(first.fingerprint), fingerprint)
  }
  const newNumbers = new Set(created.map(({ fingerprint }) => fingerprint.number))
  const byFingerprint = groupBy(records, (record) => known.get(hashKey(record.fingerprint)))
  const bound = new Map<number, IssueRecords>()
  for (const [fingerprint, ofFingerprint] of byFingerprint) {
    const issue = fingerprint && issues.get(fingerprint.issue_number)
    if (fingerprint === undefined || issue === undefined) throw new Error('An event has no issue.')
    const entry = { fingerprint, isNew: newNumbers.has(fingerprint.number), records: ofFingerprint }
    const sofar = bound.get(issue.number)
    if (sofar === undefined) bound.set(issue.number, { issue, fingerprints: [entry] })
    else sofar.fingerprints.push(entry)
  }
  return [...bound.values()]
}

async function readIssues(
  tx: Tx,
  projectId: number,
  fingerprints: FingerprintRow[],
): Promise<Map<number, IssueRow>> {
  if (fingerprints.length === 0) return new Map()
  const rows = await tx
    .selectFrom('issues')
    .selectAll()
    .where('project_id', '=', projectId)
    .where('number', 'in', [...new Set(fingerprints.map((fingerprint) => fingerprint.issue_number))])
    .execute()
  return new Map(rows.map((row) => [row.number, row]))
}
