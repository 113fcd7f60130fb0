import { findPayloads } from '../store/storage/find-payloads.ts'
import { letGoReceived } from '../store/storage/let-go-payloads.ts'
import type { PayloadWalk } from '../store/storage/payload-range.ts'
import type { ChoreParts } from './chore.ts'
import { createWalk, type Walk } from './walk.ts'

/** What goes before what, when a project is above its budget; of each the oldest first. */
const order: Pick<PayloadWalk, 'state' | 'sparesLatest'>[] = [
  { state: 'sample', sparesLatest: true },
  { state: 'regression', sparesLatest: true },
  { state: 'sample', sparesLatest: false },
  { state: 'regression', sparesLatest: false },
  { state: 'first', sparesLatest: false },
]

/** Keeps a project within its budget. What is left at the end of all walks is pinned, or needed by what is. */
export interface PayloadBound {
  /** Lets go the next payloads; false when none can go. */
  step(): Promise<boolean>
  beginAnew(): void
}

export function createPayloadBound({ store, write }: ChoreParts, projectId: number): PayloadBound {
  const walks = order.map((each) =>
    walkOver({ store, write }, { ...each, projectId, reason: 'over_project_budget' }),
  )
  return {
    async step() {
      // To the end: a clock that was put back leaves payloads of a time to come.
      for (const walk of walks) if (await walk.step(Number.MAX_SAFE_INTEGER)) return true
      return false
    },
    beginAnew: () => walks.forEach((walk) => walk.beginAnew()),
  }
}

export function walkOver({ store, write }: ChoreParts, walk: PayloadWalk): Walk {
  const { projectId, state } = walk
  return createWalk({
    find: (range) => findPayloads(store.reader, { projectId, state, ...range }),
    take: (range) => write(letGoReceived, { ...walk, ...range }),
  })
}
