import { useProject, useOutcomes } from '../../../lib/project-queries.ts'
import type { Outcomes } from '../../../lib/api.ts'
import { Failure } from '../../../ui/failure.tsx'
import { usePageTitle } from '../../../ui/page-title.ts'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { ranges, type EventsState } from './events-state.ts'
import classes from './events.module.css'
import { LastRefusals } from './last-refusals.tsx'
import { NothingArrived } from './nothing-arrived.tsx'
import { OutcomeChart } from './outcome-chart.tsx'
import { OutcomeRows } from './outcome-rows.tsx'
import { OutcomeTotals } from './outcome-totals.tsx'
import { RangeLinks } from './range-links.tsx'
import { sumUp } from './sum-up.ts'

interface EventsPageProps {
  slug: string
  state: EventsState
}

/** What became of everything that the project was sent, so that nothing is ever just missing. */
export function EventsPage({ slug, state }: EventsPageProps) {
  const { project } = useProject(slug)
  usePageTitle(`Events of ${project?.name ?? slug}`)
  const range = ranges[state.range ?? '24h']
  const { data, error, refetch, isPlaceholderData } = useOutcomes(slug, range.hours)
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <h1>What happened to my events?</h1>
        <RangeLinks slug={slug} state={state} />
      </div>
      {error !== null && <Failure error={error} onRetry={() => void refetch()} />}
      {error === null && data === undefined && (
        <Skeleton name="what happened" heights={[44, 180, 196, 240]} />
      )}
      {error === null && data !== undefined && (
        <div className={classes.body} data-stale={isPlaceholderData}>
          {data.hours.length === 0 ? (
            <NothingArrived when={range.words} dsn={project?.dsn} />
          ) : (
            <Arrived slug={slug} state={state} outcomes={data} />
          )}
        </div>
      )}
      <LastRefusals slug={slug} outcome={state.outcome} />
    </div>
  )
}

function Arrived({ slug, state, outcomes }: EventsPageProps & { outcomes: Outcomes }) {
  return (
    <>
      <p className={classes.sum}>{sumUp(outcomes, ranges[state.range ?? '24h'].words)}</p>
      <OutcomeChart state={state} outcomes={outcomes} />
      <OutcomeTotals slug={slug} state={state} hours={outcomes.hours} />
      <OutcomeRows slug={slug} state={state} rows={outcomes.rows} />
    </>
  )
}
