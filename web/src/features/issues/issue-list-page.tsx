import { Link, useNavigate } from '@tanstack/react-router'
import { ApiError } from '../../lib/api.ts'
import { useIssues, useProjects } from '../../lib/queries.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Failure } from '../../ui/failure.tsx'
import { usePageTitle } from '../../ui/page-title.ts'
import { Select } from '../../ui/select.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { IssueResults } from './issue-results.tsx'
import classes from './issue-list.module.css'
import { defaultQuery, isSort, listRequest, sorts, type ListState } from './list-state.ts'
import { SearchBox } from './search-box.tsx'
import { SearchHelp } from './search-help.tsx'
import { Tabs } from './tabs.tsx'
import { ProjectSwitch } from './project-switch.tsx'

const sortOptions = Object.entries(sorts).map(([value, name]) => ({ value, name }))

/** The home page: what is broken, newest first. */
export function IssueListPage({ state }: { state: ListState }) {
  usePageTitle('Issues')
  const navigate = useNavigate()
  const issues = useIssues(listRequest(state))
  const projects = useProjects().data?.items
  const { cursor: _cursor, ...firstPage } = state
  const change = (next: ListState): void => void navigate({ to: '/issues', search: next })
  const queryError = issues.error instanceof ApiError ? issues.error.fields['query'] : undefined
  return (
    <div className={classes.page}>
      <h1>
        <VisuallyHidden>Issues</VisuallyHidden>
      </h1>
      <ProjectSwitch state={state} projects={projects ?? []} onChange={change} />
      <Tabs state={state} />
      <div className={classes.toolbar}>
        <SearchBox
          key={state.query}
          query={state.query ?? defaultQuery}
          error={queryError}
          onSearch={(query) => change({ ...firstPage, query })}
        />
        <SearchHelp />
        <Select
          label="Sort"
          value={state.sort ?? 'lastSeen'}
          options={sortOptions}
          onChange={(sort) => isSort(sort) && change({ ...firstPage, sort })}
        />
      </div>
      {queryError !== undefined && (
        <EmptyState title="This search cannot be read">
          <Link to="/issues" search={{ ...firstPage, query: '' }}>
            Clear the search
          </Link>
        </EmptyState>
      )}
      {issues.error !== null && queryError === undefined && (
        <Failure error={issues.error} onRetry={() => void issues.refetch()} />
      )}
      {issues.error === null && (
        <IssueResults
          state={state}
          list={issues.data}
          projects={projects}
          isStale={issues.isPlaceholderData}
        />
      )}
    </div>
  )
}
