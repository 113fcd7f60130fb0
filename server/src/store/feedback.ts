import type { Insertable } from 'kysely'
import type { Removed } from '../domain/scrub/index.ts'
import { inSlices } from './recorder/in-slices.ts'
import { writeRemoved } from './removed.ts'
import type { Schema } from './schema.ts'
import type { Reader, Tx } from './store.ts'

/** What somebody wrote, as it leaves decoding. */
export interface FeedbackRecord {
  projectId: number
  /** 16 bytes; the same when the same thing is sent again. */
  feedbackId: Buffer
  /** 16 bytes: of the event that it is about. */
  eventId: Buffer | undefined
  receivedAtMs: number
  name: string | undefined
  email: string | undefined
  message: string
  url: string | undefined
  /** From its texts, before they came here. */
  removed: Removed
}

export type StoredFeedback = Awaited<ReturnType<typeof listFeedbackOfEvent>>[number]

const mostListed = 100

/** Answers those that were not known. */
export async function recordFeedback(tx: Tx, records: FeedbackRecord[]): Promise<FeedbackRecord[]> {
  const first = new Map<string, FeedbackRecord>()
  for (const record of records) {
    const key = keyOf(record.projectId, record.feedbackId)
    if (!first.has(key)) first.set(key, record)
  }
  // In one order, so that two servers cannot wait for each other's rows.
  const inOrder = [...first].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, record]) => record)
  const added = new Set<string>()
  for (const slice of inSlices(inOrder)) {
    const inserted = await tx
      .insertInto('feedback')
      .values(slice.map(feedbackRow))
      .onConflict((conflict) => conflict.doNothing())
      .returning(['project_id', 'feedback_id'])
      .execute()
    for (const row of inserted) added.add(keyOf(row.project_id, row.feedback_id))
  }
  return [...first].filter(([key]) => added.has(key)).map(([, record]) => record)
}

function keyOf(projectId: number, feedbackId: Buffer): string {
  return `${projectId} ${feedbackId.toString('hex')}`
}

function feedbackRow(record: FeedbackRecord): Insertable<Schema['feedback']> {
  return {
    project_id: record.projectId,
    feedback_id: record.feedbackId,
    event_id: record.eventId ?? null,
    received_at: record.receivedAtMs,
    name: record.name ?? null,
    email: record.email ?? null,
    message: record.message,
    url: record.url ?? null,
    removed: writeRemoved(record.removed),
  }
}

/** About one event, newest first. */
export function listFeedbackOfEvent(reader: Reader, projectId: number, eventId: Buffer) {
  return selectFeedback(reader, projectId).where('feedback.event_id', '=', eventId).execute()
}

/** About any event of an issue, newest first. Walks the project's feedback, of which there is little beside events. */
export function listFeedbackOfIssue(reader: Reader, projectId: number, issueNumber: number) {
  return selectFeedback(reader, projectId)
    .where(
      ({ selectFrom }) =>
        selectFrom('events')
          .innerJoin('fingerprints', (join) =>
            join
              .onRef('fingerprints.project_id', '=', 'events.project_id')
              .onRef('fingerprints.number', '=', 'events.fingerprint_number'),
          )
          .select('fingerprints.issue_number')
          .where('events.project_id', '=', projectId)
          .whereRef('events.event_id', '=', 'feedback.event_id'),
      '=',
      issueNumber,
    )
    .execute()
}

function selectFeedback(reader: Reader, projectId: number) {
  return reader
    .selectFrom('feedback')
    .selectAll()
    .where('feedback.project_id', '=', projectId)
    .orderBy('feedback.received_at', 'desc')
    .orderBy('feedback.feedback_id')
    .limit(mostListed)
}
