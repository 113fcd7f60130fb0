import type { EventList } from '../contract/index.ts'
import { listEvents } from '../store/event-list.ts'
import { readEnd } from '../store/event-neighbours.ts'
import type { Reader } from '../store/store.ts'
import { findNamedIssue } from './find-named-issue.ts'
import { summariseEvent } from './summarise-event.ts'

export async function answerEventList(
  reader: Reader,
  issueName: string,
  page: { cursor?: string | undefined; limit: number },
): Promise<EventList> {
  const { key } = await findNamedIssue(reader, issueName)
  const { rows, nextCursor } = await listEvents(reader, key, { cursor: page.cursor, limit: page.limit })
  const latest = await readEnd(reader, key, 'latest')
  const items = rows.map((row) => summariseEvent(row, latest))
  return { items, nextCursor }
}
