import { useNavigate } from '@tanstack/react-router'
import { formatExact } from '../../../lib/formats.ts'
import { ScrollTable } from '../../../ui/scroll-table.tsx'
import { Select } from '../../../ui/select.tsx'
import { groupings, isGrouping, type EventsState, type Grouping } from './events-state.ts'
import classes from './events.module.css'
import { groupRows, type OutcomeRow } from './group-rows.ts'
import { OutcomeName } from './outcome-name.tsx'
import { sayCategory, sayReason } from './outcome-words.ts'

const options = Object.entries(groupings).map(([value, name]) => ({ value, name }))

interface OutcomeRowsProps {
  slug: string
  state: EventsState
  rows: OutcomeRow[]
}

/** The same numbers by reason, category, key or SDK. */
export function OutcomeRows({ slug, state, rows }: OutcomeRowsProps) {
  const navigate = useNavigate()
  const by = state.by ?? 'reason'
  const chosen = rows.filter(({ outcome }) => state.outcome === undefined || outcome === state.outcome)
  const names = by === 'all' ? (['category', 'reason', 'key', 'sdk'] as const) : [by]
  return (
    <section>
      <div className={classes.sectionHead}>
        <h2>In detail</h2>
        <Select
          label="By"
          value={by}
          options={options}
          onChange={(value) => {
            if (!isGrouping(value)) return
            void navigate({
              to: '/projects/$slug/events',
              params: { slug },
              search: { ...state, by: value },
              resetScroll: false,
            })
          }}
        />
      </div>
      <ScrollTable
        label="Outcomes in detail"
        columns={[
          { name: 'Outcome' },
          ...names.map((name) => ({ name: groupings[name] })),
          { name: 'Events', isNumber: true },
        ]}
      >
        {groupRows(chosen, by).map((row) => (
          <tr key={JSON.stringify([row.outcome, ...names.map((name) => row[name])])}>
            <td>
              <OutcomeName outcome={row.outcome} />
            </td>
            {names.map((name) => (
              <td key={name}>
                <Cell row={row} name={name} />
              </td>
            ))}
            <td data-number>{formatExact(row.quantity)}</td>
          </tr>
        ))}
      </ScrollTable>
    </section>
  )
}

function Cell({ row, name }: { row: OutcomeRow; name: Exclude<Grouping, 'all'> }) {
  const value = row[name]
  if (name === 'reason') return <span title={row.reason}>{sayReason(row.reason)}</span>
  if (value === null) return <span className={classes.muted}>not known</span>
  if (name === 'category') return sayCategory(value)
  return <code title={value}>{name === 'key' ? `${value.slice(0, 8)}…` : value}</code>
}
