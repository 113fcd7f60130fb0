import { useNavigate } from '@tanstack/react-router'
import { ApiError } from '../../lib/api.ts'
import { useIssues, useProjects } from '../../lib/queries.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Failure } from '../../ui/failure.tsx'
import { usePageTitle } from '../../ui/page-title.ts'
import { IssueRows } from './issue-rows.tsx'
import { ListToolbar } from './list-toolbar.tsx'
import classes from './issue-list.module.css'
import { listRequest, type ListState } from './list-state.ts'
import { NoIssues } from './no-issues.tsx'
import { Pager } from './pager.tsx'
import { Tabs } from './tabs.tsx'

/** The home page: what is broken, newest first. */
export function IssueListPage({ state }: { state: ListState }) {
  usePageTitle('Issues')
  const navigate = useNavigate()
  const { data, error, isPending, refetch } = useIssues(listRequest(state))
  const { data: projects } = useProjects()
  const change = (next: ListState): void => void navigate({ to: '/issues', search: next })
  const queryError = error instanceof ApiError ? error.fields['query'] : undefined
  const isWaiting = projects?.items.every((project) => project.firstEventAt === null) ?? false
  return (
    <div className={classes.page}>
      <h1 className={classes.title}>Issues</h1>
      <ListToolbar
        key={state.query}
        state={state}
        projects={projects?.items ?? []}
        error={queryError}
        onChange={change}
      />
      <Tabs state={state} />
      {error !== null && queryError === undefined && <Failure error={error} onRetry={() => void refetch()} />}
      {isPending && error === null && <EmptyState title="Loading…" />}
      {data !== undefined && queryError === undefined && data.items.length > 0 && (
        <>
          <IssueRows issues={data.items} />
          <Pager state={state} nextCursor={data.nextCursor} />
        </>
      )}
      {data?.items.length === 0 && (
        <NoIssues state={state} projects={projects?.items ?? []} isWaiting={isWaiting} />
      )}
    </div>
  )
}
