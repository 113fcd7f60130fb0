import type { IssueList, Project } from '../../lib/api.ts'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { IssueRows } from './issue-rows.tsx'
import classes from './issue-list.module.css'
import type { ListState } from './list-state.ts'
import { NoIssues } from './no-issues.tsx'
import { Pager } from './pager.tsx'
import { useSteadyRows } from './use-steady-rows.ts'

interface IssueResultsProps {
  state: ListState
  list: IssueList | undefined
  projects: Project[] | undefined
  /** The rows are those of the question before. */
  isStale: boolean
}

/** What the search found: rows, or the reason why there are none. */
export function IssueResults({ state, list, projects, isStale }: IssueResultsProps) {
  if (list === undefined || projects === undefined) return <Loading />
  if (list.items.length === 0) return <NoIssues state={state} projects={projects} />
  const question = isStale ? 'stale' : JSON.stringify(state)
  return <Rows key={question} state={state} list={list} isStale={isStale} />
}

function Rows({ state, list, isStale }: { state: ListState; list: IssueList; isStale: boolean }) {
  const { rows, waiting, showAll } = useSteadyRows(list.items)
  return (
    <>
      {waiting > 0 && (
        <div className={classes.toolbar}>
          <button type="button" className={classes.fresh} onClick={showAll}>
            {waiting} new: show
          </button>
        </div>
      )}
      <IssueRows issues={rows} isStale={isStale} />
      <Pager state={state} nextCursor={list.nextCursor} />
    </>
  )
}

const skeletons = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']

function Loading() {
  return (
    <div aria-busy>
      <VisuallyHidden>Loading the issues…</VisuallyHidden>
      {skeletons.map((name) => (
        <div key={name} className={classes.skeleton} />
      ))}
    </div>
  )
}
