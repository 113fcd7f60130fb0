import type { FeedbackList } from '../contract/index.ts'
import { listFeedbackOfIssue, type StoredFeedback } from '../store/feedback.ts'
import type { Reader } from '../store/store.ts'
import { findNamedIssue } from './find-named-issue.ts'

export async function answerFeedback(reader: Reader, issueName: string): Promise<FeedbackList> {
  const { key } = await findNamedIssue(reader, issueName)
  const rows = await listFeedbackOfIssue(reader, key.projectId, key.number)
  return { items: rows.map(describeFeedback) }
}

export function describeFeedback(row: StoredFeedback): FeedbackList['items'][number] {
  return {
    id: row.feedback_id.toString('hex'),
    eventId: row.event_id?.toString('hex') ?? null,
    at: new Date(row.received_at).toISOString(),
    name: row.name,
    email: row.email,
    message: row.message,
    url: row.url,
  }
}
