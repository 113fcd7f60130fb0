import { Link } from '@tanstack/react-router'
import type { Project } from '../../lib/api.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Time } from '../../ui/time.tsx'
import { defaultQuery, type ListState } from './list-state.ts'
import { NoMatch } from './no-match.tsx'

interface NoIssuesProps {
  state: ListState
  projects: Project[]
}

/** An empty list has four reasons, and only one of them is good news. */
export function NoIssues({ state, projects }: NoIssuesProps) {
  const { query = defaultQuery, project } = state
  const shown = projects.filter(({ slug }) => project === undefined || slug === project)
  const [first] = shown
  if (projects.length === 0) {
    return (
      <EmptyState title="No project yet">
        <Link to="/projects/new">Create the first project</Link>
      </EmptyState>
    )
  }
  if (first !== undefined && shown.every(({ firstEventAt }) => firstEventAt === null)) {
    return (
      <EmptyState title="No event has arrived yet">
        <p>Nothing is reported until a program uses the DSN.</p>
        <Link to="/projects/$slug/setup" params={{ slug: first.slug }}>
          Set up reporting
        </Link>
        <Link to="/projects/$slug/events" params={{ slug: first.slug }}>
          Something was sent? See what happened to it
        </Link>
      </EmptyState>
    )
  }
  if (query.trim() === defaultQuery) return <NothingUnresolved projects={shown} />
  return <NoMatch query={query} state={state} />
}

function NothingUnresolved({ projects }: { projects: Project[] }) {
  const latest = projects
    .flatMap(({ lastEventAt }) => lastEventAt ?? [])
    .toSorted()
    .at(-1)
  return (
    <EmptyState title="No unresolved issues">
      {latest !== undefined && (
        <p>
          The last event came <Time iso={latest} />.
        </p>
      )}
      <Link to="/issues" search={{ query: 'is:resolved' }}>
        Show resolved issues
      </Link>
    </EmptyState>
  )
}
