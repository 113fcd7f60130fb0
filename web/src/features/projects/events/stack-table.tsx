import { formatExact, formatTime } from '../../../lib/formats.ts'
import { ScrollTable } from '../../../ui/scroll-table.tsx'
import type { OutcomeKind } from './events-state.ts'
import classes from './outcome-chart.module.css'
import { outcomeWords } from './outcome-words.ts'
import type { StackedBar } from './stack-bars.ts'

/** What the chart shows, in numbers; the latest first. */
export function StackTable({ bars, kinds }: { bars: StackedBar[]; kinds: OutcomeKind[] }) {
  const filled = bars.filter(({ total }) => total > 0).toReversed()
  const shown = kinds.filter((kind) =>
    filled.some(({ parts }) => parts.some(({ outcome }) => outcome === kind)),
  )
  return (
    <details className={classes.table}>
      <summary>As a table</summary>
      <ScrollTable
        label="Events over time"
        columns={[
          { name: 'From' },
          ...shown.map((kind) => ({ name: outcomeWords[kind].name, isNumber: true })),
        ]}
      >
        {filled.map(({ start, parts }) => (
          <tr key={start}>
            <td>{formatTime(new Date(start).toISOString())}</td>
            {shown.map((kind) => (
              <td key={kind} data-number>
                {formatExact(parts.find(({ outcome }) => outcome === kind)?.quantity ?? 0)}
              </td>
            ))}
          </tr>
        ))}
      </ScrollTable>
    </details>
  )
}
