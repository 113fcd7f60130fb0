import type { BulkFind } from '../bulk/statements.ts'
import type { Tx } from '../store.ts'
import type { EventRecord } from './event-record.ts'

const findById = {
  select: 'event_id',
  from: 'events AS e',
  keyed: 'e',
  keys: { project_id: 'number', event_id: 'bytes' },
} satisfies BulkFind

/** The records whose id the project does not have yet; of equal ids in the batch the first. */
export async function withoutDuplicates(
  tx: Tx,
  projectId: number,
  records: EventRecord[],
): Promise<EventRecord[]> {
  const byId = new Map<string, EventRecord>()
  for (const record of records) {
    const id = record.eventId.toString('hex')
    if (!byId.has(id)) byId.set(id, record)
  }
  const known = await tx.bulk.find<{ event_id: Buffer }>(
    findById,
    [...byId.values()].map(({ eventId }) => ({ project_id: projectId, event_id: eventId })),
  )
  for (const row of known) byId.delete(row.event_id.toString('hex'))
  return [...byId.values()]
}
