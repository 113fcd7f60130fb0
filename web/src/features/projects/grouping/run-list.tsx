import { Link } from '@tanstack/react-router'
import type { useGroupingRuns } from '../../../lib/grouping-run-queries.ts'
import { ActionError } from '../../../ui/action-error.tsx'
import { ScrollTable } from '../../../ui/scroll-table.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { Time } from '../../../ui/time.tsx'
import classes from './grouping.module.css'
import { kindNames, stateNames } from './run-words.ts'

const columns = [
  { name: 'Run' },
  { name: 'State' },
  { name: 'Merges', isNumber: true },
  { name: 'Splits', isNumber: true },
  { name: 'By' },
  { name: 'Started', isNumber: true },
]

interface RunListProps {
  slug: string
  runs: ReturnType<typeof useGroupingRuns>
  /** The number of the run that is on the page. */
  shown: string | undefined
}

/** What was tried and applied before. */
export function RunList({ slug, runs: { data, error, refetch }, shown }: RunListProps) {
  return (
    <section className={classes.runs}>
      <h2>Runs</h2>
      {data === undefined && (
        <ActionError what="The runs could not be loaded." error={error} onRetry={() => void refetch()} />
      )}
      {data === undefined && error === null && <Skeleton name="the runs" heights={[80]} />}
      {data?.items.length === 0 && <p className={classes.muted}>No rules have been tried or applied yet.</p>}
      {data !== undefined && data.items.length > 0 && (
        <ScrollTable label="Runs" columns={columns}>
          {data.items.map((run) => (
            <tr key={run.number}>
              <th scope="row" className={classes.name}>
                <Link
                  to="/projects/$slug/grouping"
                  params={{ slug }}
                  search={(all) => ({ ...all, run: String(run.number) })}
                  aria-current={shown === String(run.number) ? 'true' : undefined}
                  resetScroll={false}
                >
                  {kindNames[run.kind]} {run.number}
                </Link>
              </th>
              <td>{stateNames[run.state]}</td>
              <td data-number>{run.mergeCount}</td>
              <td data-number>{run.splitCount}</td>
              <td>{run.actor}</td>
              <td data-number>
                <Time iso={run.startedAt} />
              </td>
            </tr>
          ))}
        </ScrollTable>
      )}
    </section>
  )
}
