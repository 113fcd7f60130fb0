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
}

export type StoredFeedback = Awaited<ReturnType<typeof listFeedbackOfEvent>>[number]

const mostListed = 100

/** Answers those that were not known. */
export async function recordFeedback(tx: Tx, records: FeedbackRecord[]): Promise<FeedbackRecord[]> {
  const kept: FeedbackRecord[] = []
  for (const record of records) {
    const inserted = await tx
      .insertInto('feedback')
      .values({
        project_id: record.projectId,
        feedback_id: record.feedbackId,
        event_id: record.eventId ?? null,
        received_at: record.receivedAtMs,
        name: record.name ?? null,
        email: record.email ?? null,
        message: record.message,
        url: record.url ?? null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('received_at')
      .executeTakeFirst()
    if (inserted !== undefined) kept.push(record)
  }
  return kept
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
          .select('events.issue_number')
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
