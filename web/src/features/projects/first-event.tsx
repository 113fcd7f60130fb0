import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useIssues, useProjects } from '../../lib/queries.ts'
import classes from './projects.module.css'

const askEveryMs = 1_500
const patienceMs = 60_000

/** Waits for the project's first event, and turns into a link to its issue by itself. */
export function FirstEvent({ slug }: { slug: string }) {
  const { data } = useProjects(askEveryMs)
  const project = data?.items.find((item) => item.slug === slug)
  const isHere = project?.firstEventAt !== null && project !== undefined
  return (
    <div className={classes.waiting} data-received={isHere} aria-live="polite">
      {isHere ? <Received slug={slug} /> : <Waiting />}
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

function Waiting() {
  const isLate = useIsLate()
  return (
    <>
      <p>Waiting for the first event…</p>
      {isLate && (
        <>
          <p>Not arriving? Check these:</p>
          <ul>
            <li>The DSN in your program is the one above, to the last digit.</li>
            <li>This server can be reached from there: open its address from that machine.</li>
            <li>In a browser, an ad blocker may hold reports back: look at the network panel.</li>
            <li>
              <code>debug: true</code> in <code>init</code> makes the SDK say what it does.
            </li>
          </ul>
        </>
      )}
    </>
  )
}

function useIsLate(): boolean {
  const [isLate, setIsLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setIsLate(true), patienceMs)
    return () => clearTimeout(timer)
  }, [])
  return isLate
}
