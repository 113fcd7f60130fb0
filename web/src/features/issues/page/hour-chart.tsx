import type { IssueDetail } from '../../../lib/api.ts'
import { formatDay, formatExact, formatTime } from '../../../lib/formats.ts'
import { hourBars, type Bar } from './hour-bars.ts'
import classes from './hour-chart.module.css'

const width = 8
const height = 80
const labels = 5

/** Events of the last 14 days, six hours a bar; also as a table. */
export function HourChart({ hours }: { hours: IssueDetail['hours'] }) {
  const bars = hourBars(hours, Date.now())
  const highest = Math.max(1, ...bars.map(({ count }) => count))
  const sum = bars.reduce((total, { count }) => total + count, 0)
  return (
    <section className={classes.panel}>
      <h2>
        Last 14 days <span>six hours a bar, at most {formatExact(highest)}</span>
      </h2>
      <svg
        className={classes.chart}
        viewBox={`0 0 ${bars.length * width} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`${formatExact(sum)} events in the last 14 days, at most ${formatExact(highest)} in six hours`}
      >
        {bars.map(({ start, count }, bar) => {
          const tall = count === 0 ? 1 : 3 + (count / highest) * (height - 3)
          return (
            <rect
              key={start}
              x={bar * width}
              y={height - tall}
              width={width - 1.5}
              height={tall}
              data-empty={count === 0}
            >
              <title>{`${formatExact(count)} from ${formatTime(new Date(start).toISOString())}`}</title>
            </rect>
          )
        })}
      </svg>
      <p className={classes.axis} aria-hidden>
        {Array.from({ length: labels }, (_, at) => (
          <span key={at}>
            {formatDay(bars[Math.floor((at * (bars.length - 1)) / (labels - 1))]?.start ?? 0)}
          </span>
        ))}
      </p>
      <Table bars={bars.filter(({ count }) => count > 0)} />
    </section>
  )
}

function Table({ bars }: { bars: Bar[] }) {
  return (
    <details className={classes.table}>
      <summary>As a table</summary>
      <table>
        <thead>
          <tr>
            <th>From</th>
            <th>Events</th>
          </tr>
        </thead>
        <tbody>
          {bars.toReversed().map(({ start, count }) => (
            <tr key={start}>
              <td>{formatTime(new Date(start).toISOString())}</td>
              <td>{formatExact(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
