import type { Health } from './contract/index.ts'
import type { QueueLoad } from './ingest/digest/digest-port.ts'
import type { Reader } from './store/store.ts'

/** A commit takes milliseconds: who waits longer waits for something that is wrong. */
const slowMs = 5_000

export interface Signs {
  load: QueueLoad
  limits: { queueBytes: number }
  /** Why no events can be stored. */
  trouble: string | undefined
}

/** Whether the server can do its work: read, and store what it is sent without keeping clients waiting. */
export async function checkHealth(
  reader: Reader,
  { load, limits, trouble }: Signs,
): Promise<Omit<Health, 'version'>> {
  try {
    await reader.selectFrom('installation').select('id').executeTakeFirst()
  } catch {
    return { status: 'failed', reasons: ['The database cannot be read.'] }
  }
  const reasons = trouble === undefined ? [] : [trouble]
  if (load.bytes > limits.queueBytes / 2)
    reasons.push('More than half of the room for events that wait to be stored is taken.')
  if (load.oldestMs > slowMs) reasons.push('Events wait longer than five seconds to be stored.')
  return { status: reasons.length === 0 ? 'ok' : 'degraded', reasons }
}
