import type { QueueLoad } from './ingest/digest/digest-port.ts'
import type { Reader } from './store/store.ts'

export type Health = 'ok' | 'degraded' | 'failed'

/** A commit takes milliseconds: who waits longer waits for something that is wrong. */
const slowMs = 5_000

/** Whether the server can do its work: read, and store what it is sent without keeping clients waiting. */
export async function checkHealth(reader: Reader, load: QueueLoad, queueBytes: number): Promise<Health> {
  try {
    await reader.selectFrom('installation').select('id').executeTakeFirst()
  } catch {
    return 'failed'
  }
  return load.bytes > queueBytes / 2 || load.oldestMs > slowMs ? 'degraded' : 'ok'
}
