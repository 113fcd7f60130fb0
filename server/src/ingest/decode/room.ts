import { RoomRefusal } from './envelope-refusal.ts'

/**
 * What an envelope may bring in all. Clients send far less; each costs time that a whole batch waits for, and its body
 * is hardly larger for a thousand.
 */
const mostOf = { events: 10, sessions: 1_000, feedback: 20, losses: 100_000 }

type Kind = keyof typeof mostOf

/** What is left of it while the envelope is read. */
export interface Room {
  /** Throws a `Refusal` of all that came when there is less left. */
  take(kind: Exclude<Kind, 'losses'>, count: number): void
  /** Throws as `take` would, before what is to come has cost time. */
  expect(kind: Exclude<Kind, 'losses'>, count: number): void
  /** Takes what is left, up to `count`, and answers how much that was. */
  takeUpTo(kind: Kind, count: number): number
  taken(kind: Kind): number
}

export function createRoom(): Room {
  const taken: Record<Kind, number> = { events: 0, sessions: 0, feedback: 0, losses: 0 }

  function expect(kind: Exclude<Kind, 'losses'>, count: number): void {
    if (taken[kind] + count > mostOf[kind]) throw tooMany(kind)
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
function tooMany(kind: Exclude<Kind, 'losses'>): RoomRefusal {
  return new RoomRefusal(`An envelope may hold ${mostOf[kind]} ${kind}; this one holds more.`)
}
