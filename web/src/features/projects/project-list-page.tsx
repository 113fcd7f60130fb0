import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { formatCount } from '../../lib/formats.ts'
import { useProjects } from '../../lib/queries.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Failure } from '../../ui/failure.tsx'
import { usePageTitle } from '../../ui/page-title.ts'
import { Time } from '../../ui/time.tsx'
import classes from './projects.module.css'

export function ProjectListPage() {
  usePageTitle('Projects')
  const { data, error, refetch } = useProjects()
  if (error !== null) return <Failure error={error} onRetry={() => void refetch()} />
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <h1>Projects</h1>
        <Button size="xs" renderRoot={(props) => <Link to="/projects/new" {...props} />}>
          New project
        </Button>
      </div>
      {data?.items.length === 0 && (
        <EmptyState title="No project yet">Create one to get a DSN to report to.</EmptyState>
      )}
      {data !== undefined && data.items.length > 0 && (
        <ul className={classes.list}>
          {data.items.map((project) => (
            <li key={project.id}>
              <Link to="/issues" search={{ project: project.slug, query: 'is:unresolved' }}>
                {project.name}
              </Link>
              <span className={classes.muted}>
                {project.issueCount > 1_000 ? 'Over 1K' : formatCount(project.issueCount)} issues ·{' '}
                {project.lastEventAt === null ? 'no event yet' : <Time iso={project.lastEventAt} />} ·{' '}
                <Link to="/projects/$slug/events" params={{ slug: project.slug }}>
                  Events
                </Link>{' '}
                ·{' '}
                <Link to="/projects/$slug/settings" params={{ slug: project.slug }}>
                  Settings
                </Link>{' '}
                ·{' '}
                <Link to="/projects/$slug/setup" params={{ slug: project.slug }}>
                  Set up
                </Link>
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
