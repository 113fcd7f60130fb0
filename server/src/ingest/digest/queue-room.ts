import { isFairShare } from '../../domain/limits/index.ts'

/** How much is taken of something that the queue has a bounded amount of, by whom, and whether there is room for more. */
export interface QueueRoom {
  /** A place with nothing in it, of no project yet. */
  open(): Place
}

/** What one request takes. */
export interface Place {
  /** Whether there is room for this much of it in all. */
  mayHold(amount: number): boolean
  hold(amount: number): void
  /** From here on it is the project's. */
  assign(projectId: number): void
}

/** Of whom it is not known yet: only a beginning of it is read. */
const nobody = 0

export function createQueueRoom(capacity: number): QueueRoom {
  const ofProjects = new Map<number, number>()
  let all = 0

  function add(projectId: number, amount: number): void {
    all += amount
    const ofProject = (ofProjects.get(projectId) ?? 0) + amount
    if (ofProject === 0) ofProjects.delete(projectId)
    else ofProjects.set(projectId, ofProject)
  }

  return {
    open() {
      let owner = nobody
      let held = 0
      return {
        // As if it came anew: so one request of a project keeps its right to be a large one while it is read.
        mayHold: (amount) =>
          isFairShare({
            waiting: all - held,
            ofProject: owner === nobody ? 0 : (ofProjects.get(owner) ?? 0) - held,
            arrival: amount,
            capacity,
          }),
        hold(amount) {
          add(owner, amount - held)
          held = amount
        },
        assign(projectId) {
          add(owner, -held)
          owner = projectId
          add(owner, held)
        },
      }
    },
  }
}
