import type { DecodeLimits } from './decoded.ts'
import { RoomRefusal } from './envelope-refusal.ts'

/** What clients say that they lost: the DSN is public, and nobody loses a million by one envelope. */
const mostLosses = 100_000

/** What a whole envelope is refused for when there is more of it. */
type Bounded = 'events' | 'sessions' | 'feedback'
type Kind = Bounded | 'losses'

/**
 * What an envelope may still bring, while it is read. Clients send far less than they may; each costs time that a whole
 * batch waits for, and its body is hardly larger for a thousand.
 */
export interface Room {
  /** Throws a `Refusal` of all that came when there is less left. */
  take(kind: Bounded, count: number): void
  /** Throws as `take` would, before what is to come has cost time. */
  expect(kind: Bounded, count: number): void
  /** Takes what is left, up to `count`, and answers how much that was. */
  takeUpTo(kind: Kind, count: number): number
  taken(kind: Kind): number
}

export function createRoom({ events, sessions, feedback }: Pick<DecodeLimits, Bounded>): Room {
  const mostOf: Record<Kind, number> = { events, sessions, feedback, losses: mostLosses }
  const taken: Record<Kind, number> = { events: 0, sessions: 0, feedback: 0, losses: 0 }

  function expect(kind: Bounded, count: number): void {
    if (taken[kind] + count > mostOf[kind]) throw tooMany(kind, mostOf[kind])
  }

  return {
    take(kind, count) {
      expect(kind, count)
      taken[kind] += count
    },
    expect,
    takeUpTo(kind, count) {
      const granted = Math.min(count, mostOf[kind] - taken[kind])
      taken[kind] += granted
      return granted
    },
    taken: (kind) => taken[kind],
  }
}

/** An envelope of which only some is kept would be answered 200, which hides that the rest is not. */
function tooMany(kind: Bounded, most: number): RoomRefusal {
  return new RoomRefusal(`An envelope may hold ${most} ${kind}; this one holds more.`)
}
