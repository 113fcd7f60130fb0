import type { Schema } from './schema.ts'
import type { Tx } from './store.ts'
import { storedText } from './stored-text.ts'

/** What became of something that was sent to us. `category` is that of the wire's rate limits: error, session, … */
export interface Outcome {
  projectId: number
  atMs: number
  category: string
  outcome: Schema['outcomes']['outcome']
  /** Empty for what was accepted. */
  reason: string
  /** Empty where it is not known. */
  publicKey: string
  /** Name and version, empty where they are not known. */
  sdk: string
  quantity: number
}

const hourMs = 3_600_000

/** Adds outcomes to their hours, in one order, so that two servers cannot wait for each other's rows. */
export async function countOutcomes(tx: Tx, outcomes: Outcome[]): Promise<void> {
  for (const [, row] of [...coalesce(outcomes)].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    await tx
      .insertInto('outcomes')
      .values(row)
      .onConflict((conflict) =>
        conflict
          .columns(['project_id', 'hour', 'category', 'outcome', 'reason', 'public_key', 'sdk'])
          .doUpdateSet((eb) => ({ quantity: eb('outcomes.quantity', '+', eb.ref('excluded.quantity')) })),
      )
      .execute()
  }
}

function coalesce(outcomes: Outcome[]): Map<string, Schema['outcomes']> {
  const rows = new Map<string, Schema['outcomes']>()
  for (const { projectId, atMs, category, outcome, reason, publicKey, sdk, quantity } of outcomes) {
    const hour = atMs - (atMs % hourMs)
    const key = JSON.stringify([projectId, hour, category, outcome, reason, publicKey, sdk])
    const row = rows.get(key)
    if (row !== undefined) row.quantity += quantity
    else
      rows.set(key, {
        project_id: projectId,
        hour,
        category,
        outcome,
        reason,
        public_key: storedText(publicKey),
        sdk,
        quantity,
      })
  }
  return rows
}
