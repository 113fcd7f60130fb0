import type { FairQueue } from './fair-queue.ts'

const eventsPerBatch = 500
const decodingMs = 15

/**
 * Decodes from the front of the queue until a batch is full or decoding has taken its time, so that a unit that
 * arrives meanwhile waits milliseconds. At least one, else a slow one would stay for ever.
 */
export function takeBatch<Arrival, Decoded>(
  queue: FairQueue<Arrival>,
  decode: (arrival: Arrival) => Decoded,
  now: () => number,
): { arrivals: Arrival[]; decoded: Decoded[] } {
  const until = now() + decodingMs
  const arrivals: Arrival[] = []
  const decoded: Decoded[] = []
  while (decoded.length < eventsPerBatch && (decoded.length === 0 || now() < until)) {
    const arrival = queue.next()
    if (arrival === undefined) break
    arrivals.push(arrival)
    decoded.push(decode(arrival))
  }
  return { arrivals, decoded }
}
