/** What waits, of all projects. */
export interface FairQueue<Arrival> {
  add(arrival: Arrival): void
  /** The next one, which no longer waits then; undefined when nothing does. */
  next(): Arrival | undefined
  readonly isEmpty: boolean
}

interface Lane<Arrival> {
  first: Link<Arrival>
  last: Link<Arrival>
}

interface Link<Arrival> {
  arrival: Arrival
  next: Link<Arrival> | undefined
}

/**
 * Projects take turns, one arrival each, so that one that sends hundreds of large ones holds no other up for longer
 * than one of them takes. Within a project they stay in order.
 */
export function createFairQueue<Arrival extends { projectId: number }>(): FairQueue<Arrival> {
  const ofProject = new Map<number, Lane<Arrival>>()
  /** The projects of which something waits, and whose turn is next. */
  const turns: number[] = []
  let at = 0

  return {
    add(arrival) {
      const { projectId } = arrival
      const link: Link<Arrival> = { arrival, next: undefined }
      const lane = ofProject.get(projectId)
      if (lane !== undefined) {
        lane.last.next = link
        lane.last = link
        return
      }
      ofProject.set(projectId, { first: link, last: link })
      turns.push(projectId)
    },
    next() {
      const projectId = turns[at]
      const lane = projectId === undefined ? undefined : ofProject.get(projectId)
      if (projectId === undefined || lane === undefined) return undefined
      const { arrival, next } = lane.first
      if (next === undefined) {
        ofProject.delete(projectId)
        turns.splice(at, 1)
      } else {
        lane.first = next
        at += 1
      }
      if (at >= turns.length) at = 0
      return arrival
    },
    get isEmpty() {
      return turns.length === 0
    },
  }
}
