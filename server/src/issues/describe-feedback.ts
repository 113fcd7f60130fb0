import type { Feedback, FeedbackList } from '../contract/index.ts'
import { listFeedbackOfIssue, type StoredFeedback } from '../store/feedback.ts'
import { listFilesOfFeedback } from '../store/feedback-list.ts'
import { readRemoved } from '../store/removed.ts'
import { defineQuery, type Reader } from '../store/store.ts'
import { findNamedIssue } from './find-named-issue.ts'

/** Walks the feedback of the issue's project. */
export const answerFeedback = defineQuery('issues.feedback', readFeedback)

async function readFeedback(reader: Reader, issueName: string): Promise<FeedbackList> {
  const { key } = await findNamedIssue(reader, issueName)
  const rows = await listFeedbackOfIssue(reader, key.projectId, key.number)
  return { items: await describeFeedback(reader, key.projectId, rows) }
}

/** In the order of the rows, each with its files. */
export async function describeFeedback(
  reader: Reader,
  projectId: number,
  rows: StoredFeedback[],
): Promise<Feedback[]> {
  const ids = rows.map((row) => row.feedback_id)
  const files = await listFilesOfFeedback(reader, projectId, ids)
  return rows.map((row) => {
    const id = row.feedback_id.toString('hex')
    const path = `/api/v1/projects/${projectId}/feedback/${id}/attachments`
    return {
      id,
      eventId: row.event_id?.toString('hex') ?? null,
      at: new Date(row.received_at).toISOString(),
      name: row.name,
      email: row.email,
      message: row.message,
      url: row.url,
      removed: readRemoved(row.removed),
      attachments: (files.get(id) ?? []).map((file) => ({ ...file, href: `${path}/${file.id}` })),
    }
  })
}
