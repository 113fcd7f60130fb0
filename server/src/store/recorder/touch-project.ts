import type { Tx } from '../store.ts'
import type { EventRecord } from './event-record.ts'

/** Notes when the project's first and latest events came: it waits for its first, and lists show the latest. */
export async function touchProject(tx: Tx, projectId: number, records: EventRecord[]): Promise<void> {
  const latest = Math.max(...records.map((record) => record.receivedAtMs))
  await tx
    .updateTable('projects')
    .set((eb) => ({
      first_event_at: eb.fn.coalesce('first_event_at', eb.val(latest)),
      last_event_at: latest,
    }))
    .where('id', '=', projectId)
    .execute()
}
