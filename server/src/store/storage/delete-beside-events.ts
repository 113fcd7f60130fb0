import { sql } from 'kysely'
import { defineUnit, type Reader } from '../store.ts'
import { cutRange, type RangeInput } from './find-payloads.ts'
import type { ReceiptRange } from './payload-range.ts'

/** What belongs to an event, which may never have come, and has a time of receipt of its own. */
export type BesideEvents = 'attachments' | 'feedback'

const rowsAtOnce = 200

/** The next range of files or feedback, as much as one unit takes; undefined at the end. */
export async function findBesideEvents(
  reader: Reader,
  { table, ...range }: RangeInput & { table: BesideEvents },
): Promise<ReceiptRange | undefined> {
  return cutRange(await (table === 'attachments' ? findFiles(reader, range) : findFeedback(reader, range)))
}

function findFiles(reader: Reader, { projectId, from, before }: RangeInput) {
  return reader
    .selectFrom('attachments')
    .select(['received_at', sql<number>`octet_length(attachments.content)`.as('bytes')])
    .where('project_id', '=', projectId)
    .where('received_at', '>=', from)
    .where('received_at', '<', before)
    .orderBy('received_at')
    .limit(rowsAtOnce)
    .execute()
}

function findFeedback(reader: Reader, { projectId, from, before }: RangeInput) {
  return reader
    .selectFrom('feedback')
    .select(['received_at', sql<number>`0`.as('bytes')])
    .where('project_id', '=', projectId)
    .where('received_at', '>=', from)
    .where('received_at', '<', before)
    .orderBy('received_at')
    .limit(rowsAtOnce)
    .execute()
}

/** Deletes those received in a range whose event is not stored any more, or never was. */
export const deleteBesideEvents = defineUnit(
  'storage.delete-beside-events',
  async (
    tx,
    { table, projectId, from, until }: { table: BesideEvents; projectId: number } & ReceiptRange,
  ): Promise<void> => {
    await tx
      .deleteFrom(table)
      .where('project_id', '=', projectId)
      .where('received_at', '>=', from)
      .where('received_at', '<=', until)
      .where(
        sql<boolean>`NOT EXISTS (
          SELECT 1 FROM events
          WHERE events.project_id = ${sql.ref(`${table}.project_id`)}
            AND events.event_id = ${sql.ref(`${table}.event_id`)}
        )`,
      )
      .execute()
  },
)

/** Whether anything is known of single sessions that did not go well and began before an hour. */
export async function hasTroubledSessions(
  reader: Reader,
  { projectId, before }: { projectId: number; before: number },
): Promise<boolean> {
  const row = await reader
    .selectFrom('troubled_sessions')
    .select('hour')
    .where('project_id', '=', projectId)
    .where('hour', '<', before)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Deletes what is known of single sessions that did not go well and began before an hour: a few hundred. */
export const deleteTroubledSessions = defineUnit(
  'storage.delete-troubled-sessions',
  async (tx, { projectId, before }: { projectId: number; before: number }): Promise<void> => {
    const old = await tx
      .selectFrom('troubled_sessions')
      .select('session_id')
      .where('project_id', '=', projectId)
      .where('hour', '<', before)
      .orderBy('hour')
      .limit(rowsAtOnce)
      .execute()
    if (old.length === 0) return
    await tx
      .deleteFrom('troubled_sessions')
      .where('project_id', '=', projectId)
      .where(
        'session_id',
        'in',
        old.map((row) => row.session_id),
      )
      .execute()
  },
)
