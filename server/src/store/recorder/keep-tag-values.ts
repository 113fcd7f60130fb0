/** An attacker may send a new value with every event; beyond this only their number is kept. */
export const valuesPerKey = 1_000

/** A value of a tag with the events that it came with. */
interface Counted {
  event_count: number
}

export interface TagPlan<Value> {
  /** To be counted by name from now on. */
  values: Value[]
  /** Events whose values are not. */
  others: number
}

/** Decides which new values of a key are counted by name, when there are `valueCount` already. */
export function keepTagValues<Value extends Counted>(fresh: Value[], valueCount: number): TagPlan<Value> {
  const room = Math.max(0, valuesPerKey - valueCount)
  const others = fresh.slice(room).reduce((sum, { event_count: events }) => sum + events, 0)
  return { values: fresh.slice(0, room), others }
}
