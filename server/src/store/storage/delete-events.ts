import { sql, type Expression, type SqlBool } from 'kysely'
import { defineUnit, type Tx } from '../store.ts'
import { hasNoDependents, payloadBytes } from './exempt.ts'
import type { ReceiptRange } from './payload-range.ts'
import { uncountPayloads } from './uncount-payloads.ts'

/** Only what stands alone can have dependents. */
const mayGo = sql<SqlBool>`(events.codec IS NULL OR events.codec <> 'deflate' OR ${hasNoDependents})`

export interface DeleteInput extends ReceiptRange {
  projectId: number
  /** Receipt before which everything may go. */
  before: number
}

/**
 * Deletes the events received in a range, but for pinned ones and those that other payloads were deflated against;
 * these go with the last of the others. What was counted of them stays counted. Answers how many.
 */
export const deleteEvents = defineUnit(
  'storage.delete-events',
  async (tx, { projectId, from, until, before }: DeleteInput, dialect): Promise<number> => {
    await dialect.lockProject(tx, projectId)
    const received = sql<SqlBool>`events.received_at BETWEEN ${from} AND ${until}`
    const deleted = await deleteWhere(tx, projectId, received)
    if (deleted.released.length === 0) return deleted.count
    const old = sql<SqlBool>`events.event_id IN (${sql.join(deleted.released)}) AND events.received_at < ${before}`
    return deleted.count + (await deleteWhere(tx, projectId, old)).count
  },
)

/** What is counted of payloads is read before: most events have none, and rows that a deletion answers cost as much as it. */
async function deleteWhere(
  tx: Tx,
  projectId: number,
  which: Expression<SqlBool>,
): Promise<{ count: number; released: Buffer[] }> {
  const going = sql<SqlBool>`${which} AND events.payload_state <> 'pinned' AND ${mayGo}`
  const kept = await tx
    .selectFrom('events')
    .select(['event_id', 'fingerprint_number', 'payload_state', 'dictionary_event_id'])
    .select(payloadBytes.as('bytes'))
    .where('project_id', '=', projectId)
    .where('codec', 'is not', null)
    .where(going)
    .execute()
  const { numDeletedRows } = await tx
    .deleteFrom('events')
    .where('project_id', '=', projectId)
    .where(going)
    .executeTakeFirstOrThrow()
  return { count: Number(numDeletedRows), released: await uncountPayloads(tx, projectId, kept) }
}
