import type { IssueDetail } from '../../../lib/api.ts'
import { formatDay, formatExact, formatTime } from '../../../lib/formats.ts'
import { BarChart, type Bar, type Place } from '../../../ui/bar-chart.tsx'
import { hourBars } from './hour-bars.ts'
import classes from './hour-chart.module.css'

/** Events of the last 14 days, six hours a bar. */
export function HourChart({ hours }: { hours: IssueDetail['hours'] }) {
  const bars = hourBars(hours, Date.now())
  const sum = bars.reduce((all, { total }) => all + total, 0)
  return (
    <BarChart
      title="Last 14 days"
      sum={`${formatExact(sum)} events in the last 14 days`}
      each="six hours"
      height={80}
      bars={bars}
      labelOf={({ start }) => formatDay(start)}
      drawBar={drawBar}
      columns={[{ name: 'Events', quantityOf: ({ total }) => total }]}
    />
  )
}

function drawBar({ start, total }: Bar, { x, width, height, highest }: Place) {
  const tall = 3 + (total / highest) * (height - 3)
  return (
    <rect className={classes.bar} x={x} y={height - tall} width={width} height={tall}>
      <title>{`${formatExact(total)} from ${formatTime(new Date(start).toISOString())}`}</title>
    </rect>
  )
}
