import type { Insertable } from 'kysely'
import type { FingerprintRow } from '../fingerprint-row.ts'
import type { IssueRow } from '../issue-row.ts'
import type { Schema } from '../schema.ts'
import type { Tx } from '../store.ts'
import type { EventRecord } from './event-record.ts'
import type { Newcomer } from './fuse-stacks.ts'
import { inSlices } from './in-slices.ts'

export interface CreatedIssue {
  issue: IssueRow
  /** Still to be saved, with its hash. */
  fingerprint: FingerprintRow
  newcomer: Newcomer
}

/** Creates an issue for each of the newcomers, named by its first event. */
export async function createIssues(
  tx: Tx,
  projectId: number,
  newcomers: Newcomer[],
): Promise<CreatedIssue[]> {
  const count = newcomers.length
  if (count === 0) return []
  const last = await takeNumbers(tx, projectId, count)
  const created = newcomers.map((newcomer, index) => {
    const issue = issueOf(newcomer.first, last.issue - count + 1 + index)
    const number = last.fingerprint - count + 1 + index
    return { issue, fingerprint: fingerprintOf(newcomer.first, number, issue.number), newcomer }
  })
  for (const slice of inSlices(created)) {
    await tx
      .insertInto('issues')
      .values(slice.map(({ issue }) => issue))
      .execute()
    await tx.insertInto('activities').values(slice.map(firstSeen)).execute()
  }
  return created
}

/** Answers the last of as many new numbers for issues, and for fingerprints. */
async function takeNumbers(
  tx: Tx,
  projectId: number,
  count: number,
): Promise<{ issue: number; fingerprint: number }> {
  const row = await tx
    .updateTable('projects')
    .set((eb) => ({
      last_issue_number: eb('last_issue_number', '+', count),
      last_fingerprint_number: eb('last_fingerprint_number', '+', count),
    }))
    .where('id', '=', projectId)
    .returning(['last_issue_number', 'last_fingerprint_number'])
    .executeTakeFirstOrThrow()
  return { issue: row.last_issue_number, fingerprint: row.last_fingerprint_number }
}

function issueOf(first: EventRecord, number: number): IssueRow {
  return {
    ...beginningOf(first),
    project_id: first.projectId,
    number,
    status: 'unresolved',
    status_reason: 'new',
    level: first.level,
    platform: first.platform,
    handling: first.handling,
    user_count: 0,
    activity_count: 1,
    resolved_at: null,
    dictionary_event_id: first.eventId,
    merged_into: null,
    sample_count: 0,
  }
}

function fingerprintOf(first: EventRecord, number: number, issueNumber: number): FingerprintRow {
  return {
    ...beginningOf(first),
    project_id: first.projectId,
    number,
    issue_number: issueNumber,
    first_issue_number: issueNumber,
    binding: 'own',
    sample_count: 0,
    created_at: first.receivedAtMs,
  }
}

function beginningOf({ title, type, value, culprit, occurredAtMs, ...record }: EventRecord) {
  const release = record.release ?? null
  return {
    title,
    type,
    value,
    culprit,
    event_count: 0,
    first_seen: occurredAtMs,
    last_seen: occurredAtMs,
    first_release: release,
    last_release: release,
  }
}

function firstSeen({ issue, newcomer: { first } }: CreatedIssue): Insertable<Schema['activities']> {
  return {
    project_id: issue.project_id,
    issue_number: issue.number,
    number: 1,
    kind: 'first_seen',
    at: first.occurredAtMs,
    actor: null,
    detail: first.release === undefined ? null : `First seen in release ${first.release}.`,
  }
}
