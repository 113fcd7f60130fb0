import type { Store, Unit } from '../store/store.ts'

/** A piece of work of one or few units. Answers whether there is more of it to do now. */
export type Chore = () => Promise<boolean>

export interface ChoreParts {
  store: Store
  /** Writes, and lets others have the writer for as long. */
  write<Input, Output>(unit: Unit<Input, Output>, input: Input): Promise<Output>
}

/** Each in its turn. Answers whether any has more to do. */
export async function doEach(chores: Chore[], isStopped: () => boolean): Promise<boolean> {
  let isMore = false
  for (const chore of chores) {
    if (isStopped()) return false
    if (await chore()) isMore = true
  }
  return isMore
}
