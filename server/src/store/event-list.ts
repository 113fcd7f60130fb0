import * as z from 'zod'
import type { IssueKey } from '../domain/issue/issue-id.ts'
import type { Reader } from './store.ts'
import { formatPosition, parsePosition } from './page-cursor.ts'

export interface EventRow {
  event_id: Buffer
  occurred_at: number
  received_at: number
  title: string
  release: string | null
  environment: string | null
  user_label: string | null
}

const position = z.tuple([z.number().int(), z.string().regex(/^[0-9a-f]{32}$/)])
const columns = [
  'event_id',
  'occurred_at',
  'received_at',
  'title',
  'release',
  'environment',
  'user_label',
] as const

/** A page of an issue's events, newest first. */
export async function listEvents(
  reader: Reader,
  { projectId, number }: IssueKey,
  { cursor, limit }: { cursor: string | undefined; limit: number },
): Promise<{ rows: EventRow[]; nextCursor: string | null }> {
  let query = reader
    .selectFrom('events')
    .select(columns)
    .where('project_id', '=', projectId)
    .where('issue_number', '=', number)
    .orderBy('occurred_at', 'desc')
    .orderBy('event_id', 'desc')
    .limit(limit + 1)
  if (cursor !== undefined) {
    const [occurredAt, eventId] = parsePosition(position, cursor)
    query = query.where((eb) =>
      eb.or([
        eb('occurred_at', '<', occurredAt),
        eb.and([eb('occurred_at', '=', occurredAt), eb('event_id', '<', Buffer.from(eventId, 'hex'))]),
      ]),
    )
  }
  const rows = await query.execute()
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    rows: page,
    nextCursor:
      rows.length > limit && last ? formatPosition([last.occurred_at, last.event_id.toString('hex')]) : null,
  }
}
