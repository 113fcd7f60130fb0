import { isFairShare } from '../../domain/limits/index.ts'

/** How many bytes are read or wait, of whom, and whether there is room for more. */
export interface QueueBytes {
  /** A place with nothing in it, of no project yet. */
  open(): Place
}

/** What one request takes. */
export interface Place {
  /** Whether there is room for this much of it in all. */
  mayHold(bytes: number): boolean
  hold(bytes: number): void
  /** From here on it is the project's. */
  assign(projectId: number): void
}

/** Of whom it is not known yet: only a beginning of it is read. */
const nobody = 0

export function createQueueBytes(capacityBytes: number): QueueBytes {
  const ofProjects = new Map<number, number>()
  let allBytes = 0

  function add(projectId: number, bytes: number): void {
    allBytes += bytes
    const ofProject = (ofProjects.get(projectId) ?? 0) + bytes
    if (ofProject === 0) ofProjects.delete(projectId)
    else ofProjects.set(projectId, ofProject)
  }

  return {
    open() {
      let owner = nobody
      let held = 0
      return {
        // As if it came anew: so one request of a project keeps its right to be a large one while it is read.
        mayHold: (bytes) =>
          isFairShare({
            waitingBytes: allBytes - held,
            projectBytes: owner === nobody ? 0 : (ofProjects.get(owner) ?? 0) - held,
            arrivalBytes: bytes,
            capacityBytes,
          }),
        hold(bytes) {
          add(owner, bytes - held)
          held = bytes
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
