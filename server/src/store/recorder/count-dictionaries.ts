import type { Insertable } from 'kysely'
import type { Schema } from '../schema.ts'
import type { Tx } from '../store.ts'
import { inSlices } from './in-slices.ts'
import type { PlannedIssue } from './plan-payloads.ts'

/** Notes how many payloads were deflated against each dictionary, and which events have become dictionaries. */
export async function countDictionaries(tx: Tx, projectId: number, planned: PlannedIssue[]): Promise<void> {
  const counts = new Map<string, Insertable<Schema['payload_dictionaries']>>()
  for (const { states, dictionary, isNewDictionary } of planned) {
    const kept = [...states.values()].filter((state) => state !== 'over_issue_budget').length
    const key = dictionary.eventId.toString('hex')
    const row = counts.get(key) ?? { project_id: projectId, event_id: dictionary.eventId, payload_count: 0 }
    row.payload_count += isNewDictionary ? kept - 1 : kept
    counts.set(key, row)
  }
  for (const slice of inSlices([...counts.values()])) {
    await tx
      .insertInto('payload_dictionaries')
      .values(slice)
      .onConflict((conflict) =>
        conflict.columns(['project_id', 'event_id']).doUpdateSet((eb) => ({
          payload_count: eb('payload_dictionaries.payload_count', '+', eb.ref('excluded.payload_count')),
        })),
      )
      .execute()
  }
}
