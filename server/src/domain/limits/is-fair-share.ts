export interface QueueUse {
  /** Of all projects. */
  waitingBytes: number
  /** Of the project that asks. */
  projectBytes: number
  arrivalBytes: number
  capacityBytes: number
}

/** Of the capacity, when others wait too. */
const share = 0.25

/**
 * Whether one more arrival of a project may wait. Alone it may fill the queue; then there must be room beyond the
 * capacity, of one share, for those who come later with less than theirs: else they would be refused as long as the
 * noisy one keeps it full, and never be the others before whom it has to stand back. So at most 1.25 times the
 * capacity waits.
 */
export function isFairShare({ waitingBytes, projectBytes, arrivalBytes, capacityBytes }: QueueUse): boolean {
  const isAlone = waitingBytes <= projectBytes
  const shareBytes = capacityBytes * share
  if (projectBytes + arrivalBytes <= shareBytes)
    return waitingBytes + arrivalBytes <= capacityBytes + shareBytes
  return isAlone && waitingBytes + arrivalBytes <= capacityBytes
}
