import type { Tx } from '../store.ts'
import type { EventRecord } from './event-record.ts'

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
  const known = await tx
    .selectFrom('events')
    .select('event_id')
    .where('project_id', '=', projectId)
    .where(
      'event_id',
      'in',
      [...byId.values()].map((record) => record.eventId),
    )
    .execute()
  for (const row of known) byId.delete(row.event_id.toString('hex'))
  return [...byId.values()]
}
