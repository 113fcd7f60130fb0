import { isFairShare } from '../../domain/limits/index.ts'

/** How many bytes wait, of whom, and whether there is room for more. */
export interface QueueBytes {
  mayTake(projectId: number, bytes: number): boolean
  /** `bytes` is negative for what no longer waits. */
  add(projectId: number, bytes: number): void
  all(): number
}

export function createQueueBytes(capacityBytes: number): QueueBytes {
  const ofProjects = new Map<number, number>()
  let waitingBytes = 0
  return {
    /**
     * Up to twice the capacity, one arrival of each project may wait, also one that is larger than its share: beside a
     * flood it never could.
     */
    mayTake(projectId, arrivalBytes) {
      const projectBytes = ofProjects.get(projectId) ?? 0
      if (projectBytes === 0 && waitingBytes + arrivalBytes <= capacityBytes * 2) return true
      return isFairShare({ waitingBytes, projectBytes, arrivalBytes, capacityBytes })
    },
    add(projectId, bytes) {
      waitingBytes += bytes
      const ofProject = (ofProjects.get(projectId) ?? 0) + bytes
      if (ofProject === 0) ofProjects.delete(projectId)
      else ofProjects.set(projectId, ofProject)
    },
    all: () => waitingBytes,
  }
}
