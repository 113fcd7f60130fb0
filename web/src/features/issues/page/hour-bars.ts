import type { IssueDetail } from '../../../lib/api.ts'
import type { Bar } from '../../../ui/bar-chart.tsx'

const hourMs = 3_600_000
const hoursPerBar = 6
const bars = 56

/** Sums the hours of 14 days to bars of six hours, of which the last one ends with this hour. */
export function hourBars(hours: IssueDetail['hours'], now: number): Bar[] {
  const length = hoursPerBar * hourMs
  const end = (Math.floor(now / hourMs) + 1) * hourMs
  const result = Array.from({ length: bars }, (_, bar) => ({ start: end - (bars - bar) * length, total: 0 }))
  for (const { start, count } of hours) {
    const bar = result[bars - Math.ceil((end - Date.parse(start)) / length)]
    if (bar !== undefined) bar.total += count
  }
  return result
}
