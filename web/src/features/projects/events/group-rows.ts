import type { Outcomes } from '../../../lib/api.ts'
import type { Grouping } from './events-state.ts'

export type OutcomeRow = Outcomes['rows'][number]

/** Sums rows that are the same in outcome and in what they are grouped by; the largest first. */
export function groupRows(rows: OutcomeRow[], by: Grouping): OutcomeRow[] {
  const groups = new Map<string, OutcomeRow>()
  for (const row of rows) {
    const name = by === 'all' ? [row.category, row.reason, row.key, row.sdk] : row[by]
    const key = JSON.stringify([row.outcome, name])
    const known = groups.get(key)
    groups.set(key, known === undefined ? row : { ...known, quantity: known.quantity + row.quantity })
  }
  return [...groups.values()].toSorted((a, b) => b.quantity - a.quantity)
}
