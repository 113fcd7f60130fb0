import type { Tx } from '../store.ts'
import { inSlices } from './in-slices.ts'

/** Which events can be deflated against, as hex: those whose payloads stand alone and are kept. */
export async function readKeptDictionaries(
  tx: Tx,
  projectId: number,
  eventIds: Buffer[],
): Promise<Set<string>> {
  const kept = new Set<string>()
  for (const slice of inSlices(eventIds)) {
    const rows = await tx
      .selectFrom('payload_dictionaries')
      .select('event_id')
      .where('project_id', '=', projectId)
      .where('event_id', 'in', slice)
      .execute()
    for (const row of rows) kept.add(row.event_id.toString('hex'))
  }
  return kept
}
