import type { BulkFind } from '../bulk/statements.ts'
import type { Tx } from '../store.ts'

const findDictionaries = {
  select: 'd.event_id',
  from: 'payload_dictionaries AS d',
  keyed: 'd',
  keys: { project_id: 'number', event_id: 'bytes' },
} satisfies BulkFind

/** Which events can be deflated against, as hex: those whose payloads stand alone and are kept. */
export async function readKeptDictionaries(
  tx: Tx,
  projectId: number,
  eventIds: Buffer[],
): Promise<Set<string>> {
  const rows = await tx.bulk.find<{ event_id: Buffer }>(
    findDictionaries,
    eventIds.map((eventId) => ({ project_id: projectId, event_id: eventId })),
  )
  return new Set(rows.map((row) => row.event_id.toString('hex')))
}
