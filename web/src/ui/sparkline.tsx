import { formatExact } from '../lib/formats.ts'
import classes from './sparkline.module.css'

const recentHours = 3

/** Hourly counts as small bars, the latest strongest; screen readers get the sum. */
export function Sparkline({ counts }: { counts: number[] }) {
  const highest = Math.max(1, ...counts)
  const sum = counts.reduce((total, count) => total + count, 0)
  return (
    <svg
      className={classes.sparkline}
      viewBox={`0 0 ${counts.length * 5} 28`}
      preserveAspectRatio="none"
      role="img"
      aria-label={`${formatExact(sum)} events in the last ${counts.length} hours`}
    >
      {counts.map((count, hour) => {
        const height = count === 0 ? 1 : 2 + (count / highest) * 26
        const age = count === 0 ? 'empty' : hour < counts.length - recentHours ? 'earlier' : 'recent'
        // Each bar is an hour: its place is its identity.
        // oxlint-disable-next-line react/no-array-index-key
        return <rect key={hour} x={hour * 5} y={28 - height} width={4} height={height} data-age={age} />
      })}
    </svg>
  )
}
