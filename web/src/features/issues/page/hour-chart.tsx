import type { IssueDetail } from '../../../lib/api.ts'
import { formatExact } from '../../../lib/formats.ts'
import classes from './issue-page.module.css'

const hourMs = 3_600_000
const hoursPerBar = 6
const bars = 56
const width = 6
const height = 64

/** Events of the last 14 days, six hours a bar. */
export function HourChart({ hours }: { hours: IssueDetail['hours'] }) {
  const now = Date.now()
  const counts = Array<number>(bars).fill(0)
  for (const { start, count } of hours) {
    const at = bars - 1 - Math.floor((now - Date.parse(start)) / (hoursPerBar * hourMs))
    counts[at] = (counts[at] ?? 0) + count
  }
  const highest = Math.max(1, ...counts)
  const sum = hours.reduce((total, { count }) => total + count, 0)
  return (
    <section className={classes.panel}>
      <h2>Events of the last 14 days</h2>
      <svg
        className={classes.chart}
        viewBox={`0 0 ${bars * width} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`${formatExact(sum)} events in the last 14 days, at most ${formatExact(highest)} in six hours`}
      >
        {counts.map((count, bar) => {
          const tall = count === 0 ? 1 : 3 + (count / highest) * (height - 3)
          return (
            // A bar is a span of time: its place is its identity.
            // oxlint-disable-next-line react/no-array-index-key
            <rect
              key={bar}
              x={bar * width}
              y={height - tall}
              width={width - 1}
              height={tall}
              data-empty={count === 0}
            />
          )
        })}
      </svg>
      <p className={classes.axis}>
        <span>14 days ago</span>
        <span>now</span>
      </p>
    </section>
  )
}
