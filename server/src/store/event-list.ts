import * as z from 'zod'
import type { IssueKey } from '../domain/issue/issue-id.ts'
import { walkEvents, type EventPlace, type EventRow } from './issue-events.ts'
import type { Reader } from './store.ts'
import { formatPosition, parsePosition } from './page-cursor.ts'

const position = z.tuple([z.number().int(), z.string().regex(/^[0-9a-f]{32}$/)])

/** A page of an issue's events, newest first. */
export async function listEvents(
  reader: Reader,
  key: IssueKey,
  { cursor, limit }: { cursor: string | undefined; limit: number },
): Promise<{ rows: EventRow[]; nextCursor: string | null }> {
  const from = cursor === undefined ? undefined : parsePlace(cursor)
  const rows = await walkEvents(reader, key, { direction: 'older', from, limit: limit + 1 })
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    rows: page,
    nextCursor:
      rows.length > limit && last ? formatPosition([last.occurred_at, last.event_id.toString('hex')]) : null,
  }
}

function parsePlace(cursor: string): EventPlace {
  const [occurredAt, eventId] = parsePosition(position, cursor)
  return { occurred_at: occurredAt, event_id: Buffer.from(eventId, 'hex') }
}
