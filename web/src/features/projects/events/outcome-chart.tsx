import type { Outcomes } from '../../../lib/api.ts'
import { formatDay, formatExact, formatTime } from '../../../lib/formats.ts'
import { BarChart, type Place } from '../../../ui/bar-chart.tsx'
import { outcomeKinds, outcomeNames, ranges, type EventsState } from './events-state.ts'
import classes from './outcome.module.css'
import { stackBars, type StackedBar } from './stack-bars.ts'

/** How much came when, each bar stacked by what became of it. */
export function OutcomeChart({ state, outcomes }: { state: EventsState; outcomes: Outcomes }) {
  const { hours, hoursPerBar, words } = ranges[state.range ?? '24h']
  const kinds = state.outcome === undefined ? outcomeKinds : [state.outcome]
  const bars = stackBars(outcomes.hours, kinds, { to: outcomes.to, hours, hoursPerBar })
  const totals = kinds
    .map((outcome) => ({ outcome, quantity: bars.reduce((sum, bar) => sum + quantityIn(bar, outcome), 0) }))
    .filter(({ quantity }) => quantity > 0)
  return (
    <BarChart
      title="Over time"
      sum={`${sayParts(totals) || 'Nothing'} in ${words}`}
      each={hoursPerBar === 1 ? 'an hour' : `${hoursPerBar} hours`}
      height={120}
      bars={bars}
      labelOf={({ start }) => (hoursPerBar === 1 ? hour.format(start) : formatDay(start))}
      drawBar={drawBar}
      columns={totals.map(({ outcome }) => ({
        name: outcomeNames[outcome],
        quantityOf: (bar: StackedBar) => quantityIn(bar, outcome),
      }))}
    />
  )
}

function drawBar({ start, parts }: StackedBar, { x, width, height, highest }: Place) {
  let top = height
  return (
    <>
      <title>{`${formatTime(new Date(start).toISOString())}: ${sayParts(parts)}`}</title>
      {parts.map(({ outcome, quantity }) => {
        // Whatever is there is seen, be it ever so little.
        const tall = Math.max((quantity / highest) * (height - parts.length * 2), 0) + 2
        top -= tall
        return (
          <rect
            key={outcome}
            className={classes.part}
            data-outcome={outcome}
            x={x}
            y={top}
            width={width}
            height={tall - 0.5}
          />
        )
      })}
    </>
  )
}

function quantityIn({ parts }: StackedBar, wanted: StackedBar['parts'][number]['outcome']): number {
  return parts.find(({ outcome }) => outcome === wanted)?.quantity ?? 0
}

function sayParts(parts: StackedBar['parts']): string {
  return parts
    .map(({ outcome, quantity }) => `${formatExact(quantity)} ${outcomeNames[outcome].toLowerCase()}`)
    .join(', ')
}

const hour = new Intl.DateTimeFormat('en', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
