import type { FairQueue } from './fair-queue.ts'

const eventsPerBatch = 500
const decodingMs = 15
/** Of files: so many are written and synced in as long as a batch may take. */
const bytesPerBatch = 4 * 1024 * 1024

export interface BatchWork<Waiting, Decoded> {
  /** Undefined: it is read elsewhere, and comes again. */
  decode(waiting: Waiting): Decoded | undefined
  bytesOf(decoded: Decoded): number
  now(): number
}

/**
 * Decodes from the front of the queue until a batch is full or decoding has taken its time, so that a unit that
 * arrives meanwhile waits milliseconds. At least one, else a slow one would stay for ever.
 */
export function takeBatch<Waiting, Decoded>(
  queue: FairQueue<Waiting>,
  { decode, bytesOf, now }: BatchWork<Waiting, Decoded>,
): { taken: Waiting[]; decoded: Decoded[] } {
  const until = now() + decodingMs
  const taken: Waiting[] = []
  const decoded: Decoded[] = []
  let bytes = 0
  const mayTakeMore = (): boolean => decoded.length < eventsPerBatch && bytes < bytesPerBatch && now() < until
  while (decoded.length === 0 || mayTakeMore()) {
    const waiting = queue.next()
    if (waiting === undefined) break
    const one = decode(waiting)
    if (one === undefined) continue
    taken.push(waiting)
    decoded.push(one)
    bytes += bytesOf(one)
  }
  return { taken, decoded }
}
