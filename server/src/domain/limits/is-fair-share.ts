/** In bytes, or in whatever else a queue has a bounded amount of. */
export interface QueueUse {
  /** Of all projects. */
  waiting: number
  /** Of the project that asks. */
  ofProject: number
  arrival: number
  capacity: number
}

/** Of the capacity, when others wait too. */
const share = 0.25
/** Of the capacity: never more waits, unless it is a single arrival. */
const most = 2

/**
 * Whether one more arrival of a project may wait, as the first that holds decides:
 * - Alone in the queue it may, however large: the capacity is no second size limit.
 * - More than twice the capacity never waits.
 * - One arrival of a project may, also one larger than a share: beside a flood it never could.
 * - Up to its share a project may, also when others have filled the queue up: one share of room beyond the capacity is
 *   for those who come later, who would else be refused as long as a noisy one keeps it full.
 * - A project alone may fill the capacity.
 */
export function isFairShare({ waiting, ofProject, arrival, capacity }: QueueUse): boolean {
  const all = waiting + arrival
  if (waiting === 0) return true
  if (all > capacity * most) return false
  if (ofProject === 0) return true
  const ofOne = capacity * share
  if (ofProject + arrival <= ofOne) return all <= capacity + ofOne
  return waiting <= ofProject && all <= capacity
}
