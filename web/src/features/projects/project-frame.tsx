import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useProject } from '../../lib/project-queries.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Failure } from '../../ui/failure.tsx'
import classes from './project-frame.module.css'

const pages = [
  { to: '/projects/$slug/setup', name: 'Set-up' },
  { to: '/projects/$slug/events', name: 'Events' },
  { to: '/projects/$slug/feedback', name: 'Feedback' },
  { to: '/projects/$slug/releases', name: 'Releases' },
  { to: '/projects/$slug/grouping', name: 'Grouping' },
  { to: '/projects/$slug/settings', name: 'Settings' },
] as const

/** What the pages of one project have in common: where we are, and the way to the others. */
export function ProjectFrame({ slug, children }: { slug: string; children: ReactNode }) {
  const { project, error, refetch } = useProject(slug)
  if (error !== null && project === undefined) return <Failure error={error} onRetry={() => void refetch()} />
  if (project === null) {
    return (
      <EmptyState title={`There is no project "${slug}"`} isWholePage>
        <Link to="/projects">Show all projects</Link>
      </EmptyState>
    )
  }
  return (
    <>
      <nav className={classes.trail} aria-label="Breadcrumb">
        <Link to="/projects">Projects</Link> / <strong>{project?.name ?? slug}</strong>
        <Link to="/issues" search={{ project: slug, query: 'is:unresolved' }} className={classes.issues}>
          Issues of this project
        </Link>
      </nav>
      <nav className={classes.tabs} aria-label="Project">
        {pages.map(({ to, name }) => (
          <Link key={to} to={to} params={{ slug }} activeOptions={{ includeSearch: false }}>
            {name}
          </Link>
        ))}
      </nav>
      {children}
    </>
  )
}
