import { observe, type GroupingRules, type Observed } from '../domain/grouping/index.ts'
import { scanEvents, type ScanPlace } from '../store/regroup-by-rules/scan-events.ts'
import type { Reader } from '../store/store.ts'
import type { Pace } from './pace.ts'

const eventsAtOnce = 25

export interface Trial {
  projectId: number
  before: GroupingRules
  after: GroupingRules
}

/** What the new rules make of every stored event, read in slices by its id. */
export async function observeProject(
  reader: Reader,
  { projectId, before, after }: Trial,
  pace: Pace,
): Promise<{ observed: Observed; count: number }> {
  const observed: Observed = new Map()
  const scan = scanEvents(reader, projectId)
  let count = 0
  let last: ScanPlace | undefined
  for (;;) {
    const { events, end } = await scan.ofProject(last, eventsAtOnce)
    for (const event of events) {
      observe(observed, event, before, after)
      count += 1
      await pace.step(count)
    }
    last = end
    if (last === undefined) return { observed, count }
  }
}
