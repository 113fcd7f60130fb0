import { hasIndexedBeyond, limitIndexed } from '../store/search/unindexed.ts'
import { defineUnit, type Store } from '../store/store.ts'

/** Clocks of servers differ by less. */
const hourMs = 3_600_000
/** What came since a clock was put back until anybody looked: a server may have stood still. */
const dayMs = 24 * hourMs

export const stepBack = defineUnit(
  'search-index.step-back',
  async (tx, { beyond, until }: { beyond: number; until: number }): Promise<void> =>
    limitIndexed(tx, { beyond, until }),
)

/** Where projects are indexed up to a time to come, since a clock was put back, goes through the last day again. */
export async function stepBackFromFuture(store: Store, nowMs: number): Promise<void> {
  const beyond = nowMs + hourMs
  if (await hasIndexedBeyond(store.reader, beyond))
    await store.write(stepBack, { beyond, until: nowMs - dayMs })
}
