import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { Project } from '../../lib/api.ts'
import { useIssues, useProjects } from '../../lib/queries.ts'
import { ArrivalChecks } from './arrival-checks.tsx'
import { JustRefused } from './just-refused.tsx'
import classes from './projects.module.css'

const askEveryMs = 1_500
const patienceMs = 60_000

/** Waits for the project's first event, and turns into a link to its issue by itself. */
export function FirstEvent({ project: { slug, dsn } }: { project: Project }) {
  const { data } = useProjects(askEveryMs)
  const project = data?.items.find((item) => item.slug === slug)
  const isHere = project?.firstEventAt !== null && project !== undefined
  return (
    <div className={classes.waiting} data-received={isHere}>
      <div aria-live="polite">{isHere ? <Received slug={slug} /> : <p>Waiting for the first event…</p>}</div>
      {!isHere && <NotArriving slug={slug} dsn={dsn} />}
    </div>
  )
}

function Received({ slug }: { slug: string }) {
  const { data } = useIssues({ project: slug, limit: 1 })
  const [issue] = data?.items ?? []
  if (issue === undefined) return <p>Received. One moment…</p>
  return (
    <p>
      Received: <strong>{issue.title}</strong>{' '}
      <Link to="/issues/$issueId" params={{ issueId: issue.shortId }}>
        View issue
      </Link>
    </p>
  )
}

/** Opens by itself after a while. */
function NotArriving({ slug, dsn }: { slug: string; dsn: string }) {
  const [isOpen, setIsOpen] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setIsOpen(true), patienceMs)
    return () => clearTimeout(timer)
  }, [])
  return (
    <details
      className={classes.late}
      open={isOpen}
      onToggle={(event) => {
        if (event.target === event.currentTarget) setIsOpen(event.currentTarget.open)
      }}
    >
      <summary>Not arriving?</summary>
      {isOpen && (
        <>
          <JustRefused slug={slug} />
          <ArrivalChecks dsn={dsn} />
          <p>
            Everything that reached this server, and what became of it:{' '}
            <Link to="/projects/$slug/events" params={{ slug }}>
              What happened to my events?
            </Link>
          </p>
        </>
      )}
    </details>
  )
}
