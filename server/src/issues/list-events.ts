import type { EventList } from '../contract/index.ts'
import { listEvents } from '../store/event-list.ts'
import type { Reader } from '../store/store.ts'
import { findNamedIssue } from './find-named-issue.ts'

export async function answerEventList(
  reader: Reader,
  issueName: string,
  page: { cursor?: string | undefined; limit: number },
): Promise<EventList> {
  const { key } = await findNamedIssue(reader, issueName)
  const { rows, nextCursor } = await listEvents(reader, key, { cursor: page.cursor, limit: page.limit })
  const items = rows.map((row) => ({
    eventId: row.event_id.toString('hex'),
    occurredAt: new Date(row.occurred_at).toISOString(),
    receivedAt: new Date(row.received_at).toISOString(),
    title: row.title,
    release: row.release,
    environment: row.environment,
    user: row.user_label,
  }))
  return { items, nextCursor }
}
