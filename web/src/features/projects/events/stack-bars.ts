import type { Outcomes } from '../../../lib/api.ts'
import type { Bar } from '../../../ui/bar-chart.tsx'
import type { OutcomeKind } from './events-state.ts'

const hourMs = 3_600_000

export interface StackedBar extends Bar {
  parts: { outcome: OutcomeKind; quantity: number }[]
}

interface Span {
  to: string
  hours: number
  hoursPerBar: number
}

/** Sums hours to bars, of which the last one ends with the hour of `to`; parts stand in the order of `kinds`. */
export function stackBars(
  hours: Outcomes['hours'],
  kinds: OutcomeKind[],
  { to, hours: length, hoursPerBar }: Span,
): StackedBar[] {
  const barMs = hoursPerBar * hourMs
  const end = (Math.floor(Date.parse(to) / hourMs) + 1) * hourMs
  const count = Math.ceil(length / hoursPerBar)
  const sums = Array.from({ length: count }, () => new Map<OutcomeKind, number>())
  for (const { start, outcome, quantity } of hours) {
    // The hour in which the range began is older than its first bar: it belongs there.
    const bar = Math.max(count - Math.ceil((end - Date.parse(start)) / barMs), 0)
    const sum = sums[bar]
    sum?.set(outcome, (sum.get(outcome) ?? 0) + quantity)
  }
  return sums.map((sum, bar) => {
    const parts = kinds.flatMap((outcome) => {
      const quantity = sum.get(outcome) ?? 0
      return quantity > 0 ? [{ outcome, quantity }] : []
    })
    const total = parts.reduce((all, { quantity }) => all + quantity, 0)
    return { start: end - (count - bar) * barMs, total, parts }
  })
}
