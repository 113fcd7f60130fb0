import { createFairQueue, type FairQueue } from './fair-queue.ts'

/** What a turn does with what waits; both resolve when it is committed and answered. */
export interface TurnWork<UnitRequest, Arrival> {
  runUnits(requests: UnitRequest[]): Promise<void>
  /** Takes arrivals from the queue, as many as one batch holds. */
  runBatch(queue: FairQueue<Arrival>): Promise<void>
}

export interface Turns<UnitRequest, Arrival> {
  addUnit(request: UnitRequest): void
  addArrival(arrival: Arrival): void
  /** Resolves when nothing waits and nothing runs. */
  idle(): Promise<void>
}

/**
 * The writer's loop. A message only enqueues; a turn runs all waiting units, then one batch, then the next turn
 * begins. So a person's click waits for one batch at most, and a batch grows by itself to what came meanwhile:
 * it commits whenever it is idle, without a timer.
 */
export function createTurns<UnitRequest, Arrival extends { projectId: number }>(
  work: TurnWork<UnitRequest, Arrival>,
): Turns<UnitRequest, Arrival> {
  let units: UnitRequest[] = []
  const arrivals = createFairQueue<Arrival>()
  let running: Promise<void> | undefined

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
    async idle() {
      for (let current = running; current !== undefined; current = running) await current
    },
  }
}
