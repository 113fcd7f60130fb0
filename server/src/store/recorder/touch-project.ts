import type { Tx } from '../store.ts'
import type { EventRecord } from './event-record.ts'

/**
 * Notes when the project's first and latest events came: it waits for its first, and lists show the latest. Counts the
 * bytes of the payloads that were kept.
 */
export async function touchProject(
  tx: Tx,
  projectId: number,
  records: EventRecord[],
  payloadBytes: number,
): Promise<void> {
  const times = records.map((record) => record.receivedAtMs)
  const latest = Math.max(...times)
  await tx
    .updateTable('projects')
    .set((eb) => ({
      first_event_at: eb.fn.coalesce('first_event_at', eb.val(Math.min(...times))),
      // Servers whose clocks differ take turns.
      last_event_at: eb
        .case()
        .when('last_event_at', '>', latest)
        .then(eb.ref('last_event_at'))
        .else(latest)
        .end(),
      payload_bytes: eb('payload_bytes', '+', payloadBytes),
    }))
    .where('id', '=', projectId)
    .execute()
}
