const hourMs = 3_600_000
const dayMs = 24 * hourMs

export interface AgeClockParts {
  /** The time of the day. */
  now(): number
  /** Monotonic milliseconds. */
  clock(): number
  /** Is told when ages cannot be told, and since when they can again. */
  tell(sentence: string): void
}

/**
 * The time that ages are told by. Undefined for a day after the server's clock was put forward by more than an hour:
 * if it is wrong, everything looks old, and what was deleted would not come back with the right time.
 */
export function createAgeClock({ now, clock, tell }: AgeClockParts): () => number | undefined {
  let trusted = now() - clock()
  let putForwardAt: number | undefined

  function isToBeTrusted(difference: number): boolean {
    return difference - trusted <= hourMs || (putForwardAt !== undefined && clock() - putForwardAt >= dayMs)
  }

  return () => {
    const difference = now() - clock()
    if (!isToBeTrusted(difference)) {
      if (putForwardAt === undefined) tell(describeJump(difference - trusted))
      putForwardAt ??= clock()
      return undefined
    }
    if (putForwardAt !== undefined) tell('Old events are deleted again.')
    trusted = difference
    putForwardAt = undefined
    return now()
  }
}

function describeJump(ms: number): string {
  const hours = Math.round(ms / hourMs)
  return (
    `The clock of the server was put forward by ${hours} ${hours === 1 ? 'hour' : 'hours'}. ` +
    'Nothing is deleted for its age until the clock is set back, or for a day.'
  )
}
