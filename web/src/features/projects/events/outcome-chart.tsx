import type { Outcomes } from '../../../lib/api.ts'
import { formatDay, formatExact, formatTime } from '../../../lib/formats.ts'
import { outcomeKinds, ranges, type EventsState, type OutcomeKind } from './events-state.ts'
import classes from './outcome-chart.module.css'
import { outcomeWords } from './outcome-words.ts'
import { StackTable } from './stack-table.tsx'
import { stackBars, type StackedBar } from './stack-bars.ts'

const width = 12
const height = 120
const labels = 5

/** How much came when, each bar stacked by what became of it; also as a table. */
export function OutcomeChart({ state, outcomes }: { state: EventsState; outcomes: Outcomes }) {
  const { hours, hoursPerBar, words } = ranges[state.range ?? '24h']
  const kinds = state.outcome === undefined ? outcomeKinds : [state.outcome]
  const bars = stackBars(outcomes.hours, kinds, { to: outcomes.to, hours, hoursPerBar })
  const highest = Math.max(1, ...bars.map(({ total }) => total))
  const each = hoursPerBar === 1 ? 'an hour' : `${hoursPerBar} hours`
  return (
    <section className={classes.panel}>
      <h2>
        Over time{' '}
        <span>
          {each} a bar, at most {formatExact(highest)}
        </span>
      </h2>
      <svg
        className={classes.chart}
        viewBox={`0 0 ${bars.length * width} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`${sayTotals(bars, kinds)} in ${words}, at most ${formatExact(highest)} in ${each}`}
      >
        {bars.map((bar, index) => (
          <Bar key={bar.start} bar={bar} x={index * width} highest={highest} />
        ))}
      </svg>
      <p className={classes.axis} aria-hidden>
        {Array.from({ length: labels }, (_, at) => (
          <span key={at}>
            {labelOf(bars[Math.floor((at * (bars.length - 1)) / (labels - 1))], hoursPerBar)}
          </span>
        ))}
      </p>
      <StackTable bars={bars} kinds={kinds} />
    </section>
  )
}

function Bar({ bar: { start, total, parts }, x, highest }: { bar: StackedBar; x: number; highest: number }) {
  if (total === 0) return <rect x={x} y={height - 1} width={width - 2} height={1} data-outcome="none" />
  let top = height
  return (
    <g>
      <title>{`${formatTime(new Date(start).toISOString())}: ${sayParts(parts)}`}</title>
      {parts.map(({ outcome, quantity }) => {
        // Whatever is there is seen, be it ever so little.
        const tall = Math.max((quantity / highest) * (height - parts.length * 2), 0) + 2
        top -= tall
        return (
          <rect key={outcome} x={x} y={top} width={width - 2} height={tall - 0.5} data-outcome={outcome} />
        )
      })}
    </g>
  )
}

function sayTotals(bars: StackedBar[], kinds: OutcomeKind[]): string {
  const parts = kinds.map((outcome) => ({
    outcome,
    quantity: bars.reduce(
      (sum, bar) => sum + (bar.parts.find((part) => part.outcome === outcome)?.quantity ?? 0),
      0,
    ),
  }))
  return sayParts(parts.filter(({ quantity }) => quantity > 0)) || 'Nothing'
}

function sayParts(parts: StackedBar['parts']): string {
  return parts
    .map(({ outcome, quantity }) => `${formatExact(quantity)} ${outcomeWords[outcome].name.toLowerCase()}`)
    .join(', ')
}

const hour = new Intl.DateTimeFormat('en', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

function labelOf(bar: StackedBar | undefined, hoursPerBar: number): string {
  if (bar === undefined) return ''
  return hoursPerBar === 1 ? hour.format(bar.start) : formatDay(bar.start)
}
