import { createLane, type Lane } from './lane.ts'

/** What waits, of all projects. */
export interface FairQueue<Waiting> {
  add(waiting: Waiting): void
  /** The next one, which no longer waits then; undefined when nothing does. */
  next(): Waiting | undefined
  /** Lets nothing of a project out until it is released: what comes from it waits behind what is done elsewhere. */
  hold(projectId: number): void
  /** `first` comes before what waited meanwhile. */
  release(projectId: number, first?: Waiting): void
  /** Nothing may be taken. */
  readonly isEmpty: boolean
  /** Something of a project is done elsewhere. */
  readonly isHolding: boolean
}

/**
 * Projects take turns, one arrival each, so that one that sends hundreds of large ones holds no other up for longer
 * than one of them takes. Within a project they stay in order.
 */
export function createFairQueue<Waiting extends { projectId: number }>(): FairQueue<Waiting> {
  const lanes = new Map<number, Lane<Waiting>>()
  const held = new Set<number>()
  const turns = createTurnOrder()

  function laneOf(projectId: number): Lane<Waiting> {
    const lane = lanes.get(projectId) ?? createLane()
    lanes.set(projectId, lane)
    return lane
  }

  return {
    add(waiting) {
      const { projectId } = waiting
      const lane = laneOf(projectId)
      if (lane.isEmpty && !held.has(projectId)) turns.join(projectId)
      lane.push(waiting)
    },
    next() {
      const projectId = turns.current()
      if (projectId === undefined) return undefined
      const lane = laneOf(projectId)
      const waiting = lane.shift()
      if (!lane.isEmpty) turns.pass()
      else {
        lanes.delete(projectId)
        turns.leave(projectId)
      }
      return waiting
    },
    hold(projectId) {
      held.add(projectId)
      turns.leave(projectId)
    },
    release(projectId, first) {
      held.delete(projectId)
      if (first !== undefined) laneOf(projectId).unshift(first)
      if (lanes.has(projectId)) turns.join(projectId)
    },
    get isEmpty() {
      return turns.current() === undefined
    },
    get isHolding() {
      return held.size > 0
    },
  }
}

/** The projects of which something may be taken, and whose turn is next. */
function createTurnOrder() {
  const turns: number[] = []
  let at = 0

  function wrap(): void {
    if (at >= turns.length) at = 0
  }

  return {
    current: () => turns[at],
    join: (projectId: number) => void turns.push(projectId),
    pass() {
      at += 1
      wrap()
    },
    leave(projectId: number) {
      const place = turns.indexOf(projectId)
      if (place === -1) return
      turns.splice(place, 1)
      if (place < at) at -= 1
      wrap()
    },
  }
}
