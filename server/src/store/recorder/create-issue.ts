import type { Tx } from '../store.ts'
import type { IssueRow } from '../issue-row.ts'
import type { EventRecord } from './event-record.ts'

/** Creates the issue of a fingerprint that the project has not seen, named by its first event. */
export async function createIssue(tx: Tx, projectId: number, first: EventRecord): Promise<IssueRow> {
  const number = await nextIssueNumber(tx, projectId)
  const issue = await tx
    .insertInto('issues')
    .values({
      project_id: projectId,
      number,
      status: 'unresolved',
      status_reason: 'new',
      title: first.title,
      type: first.type,
      value: first.value,
      culprit: first.culprit,
      level: first.level,
      platform: first.platform,
      handling: first.handling,
      event_count: 0,
      user_count: 0,
      activity_count: 1,
      first_seen: first.occurredAtMs,
      last_seen: first.occurredAtMs,
      first_release: first.release ?? null,
      last_release: first.release ?? null,
      dictionary_event_id: first.eventId,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await insertFingerprint(tx, projectId, number, first)
  await insertFirstSeen(tx, projectId, number, first)
  return issue
}

async function nextIssueNumber(tx: Tx, projectId: number): Promise<number> {
  const row = await tx
    .updateTable('projects')
    .set((eb) => ({ last_issue_number: eb('last_issue_number', '+', 1) }))
    .where('id', '=', projectId)
    .returning('last_issue_number')
    .executeTakeFirstOrThrow()
  return row.last_issue_number
}

async function insertFingerprint(
  tx: Tx,
  projectId: number,
  number: number,
  first: EventRecord,
): Promise<void> {
  const { version, hash, tier, parts } = first.fingerprint
  await tx
    .insertInto('fingerprints')
    .values({
      project_id: projectId,
      version,
      hash,
      issue_number: number,
      tier,
      parts,
      created_at: first.receivedAtMs,
    })
    .execute()
}

async function insertFirstSeen(tx: Tx, projectId: number, number: number, first: EventRecord): Promise<void> {
  await tx
    .insertInto('activities')
    .values({
      project_id: projectId,
      issue_number: number,
      number: 1,
      kind: 'first_seen',
      at: first.occurredAtMs,
      actor: null,
      detail: first.release === undefined ? null : `First seen in release ${first.release}.`,
    })
    .execute()
}
