import type { Schema } from './schema.ts'
import type { Tx } from './store.ts'

/** What became of something that was sent to us. `category` is that of the wire's rate limits: error, session, … */
export interface Outcome {
  projectId: number
  atMs: number
  category: string
  outcome: Schema['outcomes']['outcome']
  reason: string
  quantity: number
}

const hourMs = 3_600_000

/** Adds outcomes to their hours. */
export async function countOutcomes(tx: Tx, outcomes: Outcome[]): Promise<void> {
  for (const row of coalesce(outcomes)) {
    await tx
      .insertInto('outcomes')
      .values(row)
      .onConflict((conflict) =>
        conflict
          .columns(['project_id', 'hour', 'category', 'outcome', 'reason'])
          .doUpdateSet((eb) => ({ quantity: eb('outcomes.quantity', '+', eb.ref('excluded.quantity')) })),
      )
      .execute()
  }
}

function coalesce(outcomes: Outcome[]): Schema['outcomes'][] {
  const rows = new Map<string, Schema['outcomes']>()
  for (const { projectId, atMs, category, outcome, reason, quantity } of outcomes) {
    const hour = atMs - (atMs % hourMs)
    const key = JSON.stringify([projectId, hour, category, outcome, reason])
    const row = rows.get(key)
    if (row !== undefined) row.quantity += quantity
    else rows.set(key, { project_id: projectId, hour, category, outcome, reason, quantity })
  }
  return [...rows.values()]
}
