import * as z from 'zod'
import { attachmentRow, listedColumns, type AttachmentRow } from './attachments.ts'
import type { Reader } from './store.ts'
import { formatPosition, parsePosition } from './page-cursor.ts'

export type FeedbackRow = Awaited<ReturnType<typeof listFeedback>>['rows'][number]

const position = z.tuple([z.number().int(), z.string().regex(/^[0-9a-f]{32}$/)])

/** A page of all feedback of a project, newest first, with the issue of the event that it is about. */
export async function listFeedback(
  reader: Reader,
  projectId: number,
  { cursor, limit }: { cursor: string | undefined; limit: number },
) {
  let query = selectWithIssue(reader, projectId)
    .orderBy('feedback.received_at', 'desc')
    .orderBy('feedback.feedback_id', 'desc')
    .limit(limit + 1)
  if (cursor !== undefined) {
    const [receivedAt, id] = parsePosition(position, cursor)
    query = query.where((eb) =>
      eb.or([
        eb('feedback.received_at', '<', receivedAt),
        eb.and([
          eb('feedback.received_at', '=', receivedAt),
          eb('feedback.feedback_id', '<', Buffer.from(id, 'hex')),
        ]),
      ]),
    )
  }
  const rows = await query.execute()
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    rows: page,
    nextCursor:
      rows.length > limit && last
        ? formatPosition([last.received_at, last.feedback_id.toString('hex')])
        : null,
  }
}

/** An event may come after the feedback about it, or never. */
function selectWithIssue(reader: Reader, projectId: number) {
  return reader
    .selectFrom('feedback')
    .leftJoin('events', (join) =>
      join
        .onRef('events.project_id', '=', 'feedback.project_id')
        .onRef('events.event_id', '=', 'feedback.event_id'),
    )
    .leftJoin('fingerprints', (join) =>
      join
        .onRef('fingerprints.project_id', '=', 'events.project_id')
        .onRef('fingerprints.number', '=', 'events.fingerprint_number'),
    )
    .leftJoin('issues', (join) =>
      join
        .onRef('issues.project_id', '=', 'fingerprints.project_id')
        .onRef('issues.number', '=', 'fingerprints.issue_number'),
    )
    .selectAll('feedback')
    .select(['fingerprints.issue_number', 'issues.title as issue_title'])
    .where('feedback.project_id', '=', projectId)
}

export async function hasFeedback(reader: Reader, projectId: number, feedbackId: Buffer): Promise<boolean> {
  const row = await reader
    .selectFrom('feedback')
    .select('received_at')
    .where('project_id', '=', projectId)
    .where('feedback_id', '=', feedbackId)
    .executeTakeFirst()
  return row !== undefined
}

/** The files that came with feedback, by its id in hex: they are stored as those of an event of this id. */
export async function listFilesOfFeedback(
  reader: Reader,
  projectId: number,
  feedbackIds: Buffer[],
): Promise<Map<string, AttachmentRow[]>> {
  const files = new Map<string, AttachmentRow[]>()
  if (feedbackIds.length === 0) return files
  const rows = await reader
    .selectFrom('attachments')
    .select(['event_id', ...listedColumns])
    .where('project_id', '=', projectId)
    .where('event_id', 'in', feedbackIds)
    .orderBy('received_at')
    .orderBy('hash')
    .execute()
  for (const row of rows) {
    const key = row.event_id.toString('hex')
    files.set(key, [...(files.get(key) ?? []), attachmentRow(row)])
  }
  return files
}
