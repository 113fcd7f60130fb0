import { sql, type Expression, type SqlBool } from 'kysely'
import { defineUnit, type Tx } from '../store.ts'
import { hasNoDependents, payloadBytes } from './exempt.ts'
import type { ReceiptRange } from './payload-range.ts'
import { uncountPayloads, type GonePayload } from './uncount-payloads.ts'

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

async function deleteWhere(
  tx: Tx,
  projectId: number,
  which: Expression<SqlBool>,
): Promise<{ count: number; released: Buffer[] }> {
  const gone = await tx
    .deleteFrom('events')
    .where('project_id', '=', projectId)
    .where(which)
    .where('payload_state', '<>', 'pinned')
    .where(hasNoDependents)
    .returning(['event_id', 'fingerprint_number', 'payload_state', 'dictionary_event_id', 'codec'])
    .returning(payloadBytes.as('bytes'))
    .execute()
  const kept: GonePayload[] = gone.filter((row) => row.codec !== null)
  return { count: gone.length, released: await uncountPayloads(tx, projectId, kept) }
}
