import * as z from 'zod'
import { AppError } from '../domain/app-error.ts'
import type { IssueKey } from '../domain/issue/issue-id.ts'
import type { Reader } from './store.ts'

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
    const [occurredAt, eventId] = parsePosition(cursor)
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
  return { rows: page, nextCursor: rows.length > limit && last ? formatPosition(last) : null }
}

function formatPosition({ occurred_at, event_id }: EventRow): string {
  return Buffer.from(JSON.stringify([occurred_at, event_id.toString('hex')])).toString('base64url')
}

function parsePosition(cursor: string): z.infer<typeof position> {
  try {
    return position.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
  } catch (cause) {
    throw new AppError('invalid', 'The cursor is not one that a list gave out.', {
      fields: { cursor: 'Take nextCursor from the page before, or leave it out.' },
      cause,
    })
  }
}
