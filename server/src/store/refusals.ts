import type { Schema } from './schema.ts'
import type { Reader, Tx } from './store.ts'
import { storedText } from './stored-text.ts'

/** An example of what was not kept, for the person who wonders where it is. */
export interface RefusalRecord {
  projectId: number
  category: string
  outcome: Schema['outcomes']['outcome']
  reason: string
  atMs: number
  /** What was wrong, in a sentence. */
  detail: string
  publicKey: string | undefined
  sdk: string | undefined
  /** Of the request, without credentials. */
  headers: Record<string, string>
}

/** So many of each kind are kept; the oldest makes room. */
const slots = 10
const mostListed = 100

/** Keeps the newest of each kind in the batch: in a flood of refusals one example says as much as a thousand. */
export async function keepRefusals(tx: Tx, refusals: RefusalRecord[]): Promise<void> {
  const newest = new Map(refusals.map((refusal) => [kindOf(refusal), refusal]))
  for (const [, refusal] of [...newest].toSorted(([a], [b]) => (a < b ? -1 : 1))) await keep(tx, refusal)
}

async function keep(tx: Tx, refusal: RefusalRecord): Promise<void> {
  const row = {
    at: refusal.atMs,
    // It may quote what was sent.
    detail: storedText(refusal.detail),
    public_key: refusal.publicKey === undefined ? null : storedText(refusal.publicKey),
    sdk: refusal.sdk ?? null,
    headers: JSON.stringify(refusal.headers),
  }
  await tx
    .insertInto('refusals')
    .values({
      project_id: refusal.projectId,
      category: refusal.category,
      outcome: refusal.outcome,
      reason: refusal.reason,
      slot: await nextSlot(tx, refusal),
      ...row,
    })
    .onConflict((conflict) =>
      conflict.columns(['project_id', 'category', 'outcome', 'reason', 'slot']).doUpdateSet(row),
    )
    .execute()
}

async function nextSlot(tx: Tx, refusal: RefusalRecord): Promise<number> {
  const newest = await tx
    .selectFrom('refusals')
    .select('slot')
    .where('project_id', '=', refusal.projectId)
    .where('category', '=', refusal.category)
    .where('outcome', '=', refusal.outcome)
    .where('reason', '=', refusal.reason)
    .orderBy('at', 'desc')
    .orderBy('slot', 'desc')
    .executeTakeFirst()
  return newest === undefined ? 0 : (newest.slot + 1) % slots
}

/** Newest first. */
export function listRefusals(reader: Reader, projectId: number) {
  return reader
    .selectFrom('refusals')
    .selectAll()
    .where('project_id', '=', projectId)
    .orderBy('at', 'desc')
    .orderBy('category')
    .orderBy('reason')
    .orderBy('slot')
    .limit(mostListed)
    .execute()
}

function kindOf({ projectId, category, outcome, reason }: RefusalRecord): string {
  return JSON.stringify([projectId, category, outcome, reason])
}
