import { groupBy } from './group-by.ts'
import type { TagTally } from './tally-tags.ts'

/** An attacker may send a new value with every event; beyond this only their number is kept. */
export const valuesPerKey = 1_000

export interface TagKeyRow {
  key: string
  value_count: number
}

export interface TagPlan {
  keys: { key: string; newValues: number; events: number; others: number }[]
  values: TagTally[]
}

/** Decides which values are counted by name. `known` holds those that are, by key. */
export function keepTagValues(
  tally: TagTally[],
  keys: TagKeyRow[],
  known: Map<string, Set<string>>,
): TagPlan {
  const counted = new Map(keys.map((row) => [row.key, row.value_count]))
  const plan: TagPlan = { keys: [], values: [] }
  for (const [key, ofKey] of groupBy(tally, (row) => row.key)) {
    let room = valuesPerKey - (counted.get(key) ?? 0)
    const knownOfKey = known.get(key)
    const entry = { key, newValues: 0, events: 0, others: 0 }
    for (const row of ofKey) {
      const isKnown = knownOfKey?.has(row.value) === true
      entry.events += row.events
      if (!isKnown && room <= 0) {
        entry.others += row.events
        continue
      }
      if (!isKnown) {
        room -= 1
        entry.newValues += 1
      }
      plan.values.push(row)
    }
    plan.keys.push(entry)
  }
  return plan
}
