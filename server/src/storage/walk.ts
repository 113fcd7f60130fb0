import type { ReceiptRange } from '../store/storage/payload-range.ts'

/** Goes through a project by time of receipt, once: what it passed by stays until the walk is begun anew. */
export interface Walk {
  /** Does the next range before a time; false when there is none. */
  step(before: number): Promise<boolean>
  beginAnew(): void
}

export interface WalkParts {
  find(range: { from: number; before: number }): Promise<ReceiptRange | undefined>
  /** `before` is how far the walk goes. */
  take(range: ReceiptRange, before: number): Promise<unknown>
}

export function createWalk({ find, take }: WalkParts): Walk {
  let from = 0
  return {
    async step(before) {
      const range = await find({ from, before })
      if (range === undefined) return false
      await take(range, before)
      from = range.until + 1
      return true
    },
    beginAnew: () => void (from = 0),
  }
}
