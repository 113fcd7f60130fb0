import type { Arrival } from '../arrival.ts'

/** What was read in one turn of the loop goes to the digest worker together: each message wakes its thread. */
export interface GatheredArrivals {
  add(arrival: Arrival): void
  /** Sends what there is now, before something that must come after it. */
  flush(): void
}

export function gatherArrivals(
  send: (arrivals: Arrival[], transfer: ArrayBuffer[]) => void,
): GatheredArrivals {
  let gathered: Arrival[] = []

  function flush(): void {
    const arrivals = gathered
    gathered = []
    if (arrivals.length === 0) return
    send(
      arrivals,
      arrivals.map(({ body }) => body.buffer),
    )
  }

  return {
    add(arrival) {
      if (gathered.length === 0) setImmediate(flush)
      gathered.push(arrival)
    },
    flush,
  }
}
