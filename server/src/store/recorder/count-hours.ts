import { groupBy } from './group-by.ts'
import type { Tx } from '../store.ts'
import type { EventRecord } from './event-record.ts'
import { inSlices } from './in-slices.ts'

const hourMs = 3_600_000

interface TimedRecords {
  fingerprint: { number: number }
  records: Pick<EventRecord, 'occurredAtMs'>[]
}

/** Adds the events to the hours in which they occurred. */
export async function countHours(tx: Tx, projectId: number, bound: TimedRecords[]): Promise<void> {
  const rows = bound.flatMap(({ fingerprint, records }) => {
    const byHour = groupBy(records, (record) => record.occurredAtMs - (record.occurredAtMs % hourMs))
    return [...byHour].map(([hour, ofHour]) => ({
      project_id: projectId,
      fingerprint_number: fingerprint.number,
      hour,
      event_count: ofHour.length,
    }))
  })
  for (const slice of inSlices(rows)) {
    await tx
      .insertInto('fingerprint_hours')
      .values(slice)
      .onConflict((conflict) =>
        conflict.columns(['project_id', 'fingerprint_number', 'hour']).doUpdateSet((eb) => ({
          event_count: eb('fingerprint_hours.event_count', '+', eb.ref('excluded.event_count')),
        })),
      )
      .execute()
  }
}
