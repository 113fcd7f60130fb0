/** The work between two looks at what else waits: requests are answered on the same thread. */
const longestSliceMs = 8
const reportEveryMs = 1_000

export interface Pace {
  /** To be awaited between small pieces of work: lets others have their turn, and reports now and then. */
  step(done: number): Promise<void>
}

/** A run was told to stop, because the server does. */
export class Stopped extends Error {
  override readonly name = 'Stopped'
}

interface PaceParts {
  now(): number
  isStopped(): boolean
  report(done: number): Promise<void>
}

export function createPace({ now, isStopped, report }: PaceParts): Pace {
  let sliceStart = now()
  let lastReport = now()
  return {
    async step(done) {
      if (isStopped()) throw new Stopped()
      if (now() - sliceStart < longestSliceMs) return
      await new Promise((resolve) => setImmediate(resolve))
      if (now() - lastReport >= reportEveryMs) {
        lastReport = now()
        await report(done)
      }
      sliceStart = now()
    },
  }
}
