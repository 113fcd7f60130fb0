/** What a run of a fault is given. */
export interface FaultOptions {
  /** The form that `.ci/run` runs: less of everything, the same promises. */
  short: boolean
  /** Of every random choice that the fault makes. */
  seed: number
  /** The built server's program: `server/bin/mishap.js` of this checkout, unless another was named. */
  server: string
}

/** One line of figures, and a sentence for each promise that was not kept. */
export interface FaultResult {
  figures: Record<string, number | string | boolean>
  misses: string[]
}

/** The machine lacks what the fault needs; the fault has shown nothing then. */
export class Lacking extends Error {
  override name = 'Lacking'
}

/** Gathers the sentences of promises that were not kept. */
export function createMisses(): { misses: string[]; expect(kept: boolean, otherwise: string): void } {
  const misses: string[] = []
  return {
    misses,
    expect(kept, otherwise) {
      if (!kept) misses.push(otherwise)
    },
  }
}
