import { useState } from 'react'
import { useGroupingRules } from '../../../lib/grouping-run-queries.ts'
import { useProject } from '../../../lib/project-queries.ts'
import { Failure } from '../../../ui/failure.tsx'
import { usePageTitle } from '../../../ui/page-title.ts'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { GroupingLab } from './grouping-lab.tsx'
import classes from './grouping.module.css'
import type { GroupingState } from './grouping-state.ts'
import { RulesHelp } from './rules-help.tsx'

/** Rules by which this project groups events, tried on what is stored before they are saved. */
export function GroupingPage({ slug, state }: { slug: string; state: GroupingState }) {
  const { project } = useProject(slug)
  usePageTitle(`Grouping of ${project?.name ?? slug}`)
  const { data, error, refetch } = useGroupingRules(slug)
  const [loads, setLoads] = useState(0)
  // What was written here is thrown away with the form.
  const reload = (): void => void refetch().then(({ isSuccess }) => isSuccess && setLoads(loads + 1))
  return (
    <div className={classes.page}>
      <h1>Grouping</h1>
      <p className={classes.muted}>
        Events are grouped by the place in your code and the message. Rules change that for this project: try
        them on the stored events first, and see which issues would merge or split.
      </p>
      <RulesHelp />
      {error !== null && data === undefined && <Failure error={error} onRetry={() => void refetch()} />}
      {error === null && data === undefined && <Skeleton name="the rules" heights={[280, 120]} />}
      {data !== undefined && (
        <GroupingLab key={loads} slug={slug} saved={data} state={state} onReload={reload} />
      )}
    </div>
  )
}
