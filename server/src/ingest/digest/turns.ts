import { createFairQueue, type FairQueue } from './fair-queue.ts'

/** What a turn does with what waits; both resolve when it is committed and answered. */
export interface TurnWork<UnitRequest, Waiting> {
  runUnits(requests: UnitRequest[]): Promise<void>
  /** Takes arrivals from the queue, as many as one batch holds. */
  runBatch(queue: FairQueue<Waiting>): Promise<void>
}

export interface Turns<UnitRequest, Waiting> {
  addUnit(request: UnitRequest): void
  addArrival(arrival: Waiting): void
  /** Lets a project go on that was held; `first` comes before what else waits of it. */
  release(projectId: number, first?: Waiting): void
  /** Resolves when nothing waits, nothing runs and no project is held. */
  idle(): Promise<void>
}

/**
 * The writer's loop. A message only enqueues; a turn runs all waiting units, then one batch, then the next turn
 * begins. So a person's click waits for one batch at most, and a batch grows by itself to what came meanwhile:
 * it commits whenever it is idle, without a timer.
 */
export function createTurns<UnitRequest, Waiting extends { projectId: number }>(
  work: TurnWork<UnitRequest, Waiting>,
): Turns<UnitRequest, Waiting> {
  let units: UnitRequest[] = []
  const arrivals = createFairQueue<Waiting>()
  let running: Promise<void> | undefined
  let tellReleased: () => void = () => undefined

  function busy(): Promise<void> | undefined {
    if (running !== undefined || !arrivals.isHolding) return running
    return new Promise((resolve) => (tellReleased = resolve))
  }

  function arm(): void {
    running ??= new Promise<void>((resolve) => setImmediate(resolve)).then(turn)
  }

  async function turn(): Promise<void> {
    const waiting = units
    units = []
    if (waiting.length > 0) await work.runUnits(waiting)
    if (!arrivals.isEmpty) await work.runBatch(arrivals)
    running = undefined
    if (units.length > 0 || !arrivals.isEmpty) arm()
  }

  return {
    addUnit(request) {
      units.push(request)
      arm()
    },
    addArrival(arrival) {
      arrivals.add(arrival)
      arm()
    },
    release(projectId, first) {
      arrivals.release(projectId, first)
      if (!arrivals.isEmpty) arm()
      tellReleased()
    },
    async idle() {
      for (let current = busy(); current !== undefined; current = busy()) await current
    },
  }
}
