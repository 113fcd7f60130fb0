import { findExcess, findOverBudget } from '../store/storage/find-samples.ts'
import { letGoSamples } from '../store/storage/let-go-payloads.ts'
import type { ChoreParts } from './chore.ts'

/** Samples let go by one unit. */
const samplesAtOnce = 100

/** Lets issues that have more samples than they may let some go: the oldest of the most common kinds. */
export async function trimIssues(
  { store, write }: ChoreParts,
  projectId: number,
  budget: number,
): Promise<boolean> {
  let count = 0
  for (const number of await findOverBudget(store.reader, projectId, budget)) {
    const excess = { projectId, number, budget, limit: samplesAtOnce }
    const eventIds = await store.query(findExcess, excess)
    if (eventIds.length > 0) count += (await write(letGoSamples, { projectId, eventIds })).count
  }
  return count > 0
}
