import type { BulkInsert } from '../bulk/statements.ts'
import type { Tx } from '../store.ts'
import type { EventRecord } from './event-record.ts'
import { groupBy } from './group-by.ts'

const hourMs = 3_600_000

interface TimedRecords {
  fingerprint: { number: number }
  records: Pick<EventRecord, 'occurredAtMs'>[]
}

const addToHours = {
  table: 'fingerprint_hours',
  columns: { project_id: 'number', fingerprint_number: 'number', hour: 'number', event_count: 'number' },
  onConflict: `ON CONFLICT (project_id, fingerprint_number, hour) DO UPDATE SET
    event_count = fingerprint_hours.event_count + excluded.event_count`,
} satisfies BulkInsert

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
  await tx.bulk.insert(addToHours, rows)
}
