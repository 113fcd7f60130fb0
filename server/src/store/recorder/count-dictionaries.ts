import type { BulkInsert } from '../bulk/statements.ts'
import type { Tx } from '../store.ts'
import type { PlannedIssue } from './plan-payloads.ts'

const addToDictionaries = {
  table: 'payload_dictionaries',
  columns: { project_id: 'number', event_id: 'bytes', payload_count: 'number' },
  onConflict: `ON CONFLICT (project_id, event_id) DO UPDATE SET
    payload_count = payload_dictionaries.payload_count + excluded.payload_count`,
} satisfies BulkInsert

/** Notes how many payloads were deflated against each dictionary, and which events have become dictionaries. */
export async function countDictionaries(tx: Tx, projectId: number, planned: PlannedIssue[]): Promise<void> {
  const counts = new Map<string, { project_id: number; event_id: Buffer; payload_count: number }>()
  for (const { states, dictionary, isNewDictionary } of planned) {
    const kept = [...states.values()].filter((state) => state !== 'over_issue_budget').length
    if (kept === 0) continue
    const key = dictionary.eventId.toString('hex')
    const row = counts.get(key) ?? { project_id: projectId, event_id: dictionary.eventId, payload_count: 0 }
    row.payload_count += isNewDictionary ? kept - 1 : kept
    counts.set(key, row)
  }
  await tx.bulk.insert(addToDictionaries, [...counts.values()])
}
