import type { ReactNode } from 'react'
import { formatExact, formatTime } from '../lib/formats.ts'
import classes from './bar-chart.module.css'
import { ScrollTable } from './scroll-table.tsx'

const barWidth = 12
const labelsShown = 5

export interface Bar {
  /** Milliseconds since the epoch. */
  start: number
  total: number
}

/** Where a bar stands, and how tall one of `highest` is. */
export interface Place {
  x: number
  width: number
  height: number
  highest: number
}

interface BarChartProps<Kind extends Bar> {
  title: string
  /** The whole in words, for those who do not see it. */
  sum: string
  /** How long a bar lasts. */
  each: string
  height: number
  /** Oldest first. */
  bars: Kind[]
  /** Below the axis, where only some have room. */
  labelOf: (bar: Kind) => string
  /** Called for bars that are not empty. */
  drawBar: (bar: Kind, place: Place) => ReactNode
  columns: { name: string; quantityOf: (bar: Kind) => number }[]
}

/** Quantities over time; also as a table. */
export function BarChart<Kind extends Bar>(props: BarChartProps<Kind>) {
  const { title, sum, each, height, bars, labelOf, drawBar } = props
  const highest = Math.max(1, ...bars.map(({ total }) => total))
  return (
    <section className={classes.panel}>
      <h2>
        {title}{' '}
        <span>
          {each} a bar, at most {formatExact(highest)}
        </span>
      </h2>
      <svg
        className={classes.chart}
        height={height}
        viewBox={`0 0 ${bars.length * barWidth} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`${sum}, at most ${formatExact(highest)} in ${each}`}
      >
        {bars.map((bar, at) => {
          const place = { x: at * barWidth, width: barWidth - 2, height }
          if (bar.total > 0) return <g key={bar.start}>{drawBar(bar, { ...place, highest })}</g>
          return <rect key={bar.start} {...place} y={height - 1} height={1} />
        })}
      </svg>
      <p className={classes.axis} aria-hidden>
        {pickEvenly(bars, labelsShown).map((bar) => (
          <span key={bar.start}>{labelOf(bar)}</span>
        ))}
      </p>
      <Table {...props} />
    </section>
  )
}

/** What is drawn, in numbers; the latest first. */
function Table<Kind extends Bar>({ title, bars, columns }: BarChartProps<Kind>) {
  return (
    <details className={classes.table}>
      <summary>As a table</summary>
      <ScrollTable
        label={`${title}, as a table`}
        columns={[{ name: 'From' }, ...columns.map(({ name }) => ({ name, isNumber: true }))]}
      >
        {bars
          .filter(({ total }) => total > 0)
          .toReversed()
          .map((bar) => (
            <tr key={bar.start}>
              <td>{formatTime(new Date(bar.start).toISOString())}</td>
              {columns.map(({ name, quantityOf }) => (
                <td key={name} data-number>
                  {formatExact(quantityOf(bar))}
                </td>
              ))}
            </tr>
          ))}
      </ScrollTable>
    </details>
  )
}

/** The first, the last, and some between. */
function pickEvenly<Item>(items: Item[], count: number): Item[] {
  return Array.from({ length: count }, (_, at) =>
    Math.floor((at * (items.length - 1)) / (count - 1)),
  ).flatMap((at) => items.slice(at, at + 1))
}
