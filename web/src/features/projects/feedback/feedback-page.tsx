import { Link } from '@tanstack/react-router'
import type { ProjectFeedbackList } from '../../../lib/api.ts'
import { useProject, useProjectFeedback } from '../../../lib/project-queries.ts'
import { CursorPages } from '../../../ui/cursor-pages.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Failure } from '../../../ui/failure.tsx'
import { FeedbackMessages } from '../../../ui/feedback-messages.tsx'
import { usePageTitle } from '../../../ui/page-title.ts'
import { Skeleton } from '../../../ui/skeleton.tsx'
import classes from './feedback.module.css'

const pageNames = { first: 'Newest', previous: 'Newer', next: 'Older' }

interface FeedbackPageProps {
  slug: string
  cursor: string | undefined
}

/** Everything that people wrote to the project, also what is about no event. */
export function FeedbackPage({ slug, cursor }: FeedbackPageProps) {
  const { project } = useProject(slug)
  usePageTitle(`Feedback of ${project?.name ?? slug}`)
  const { data, error, refetch } = useProjectFeedback(slug, cursor)
  return (
    <div className={classes.page}>
      <h1>Feedback</h1>
      {error !== null && <Failure error={error} onRetry={() => void refetch()} />}
      {error === null && data === undefined && <Skeleton name="the feedback" heights={[84, 84, 84]} />}
      {error === null && data?.items.length === 0 && <NoFeedback isFirstPage={cursor === undefined} />}
      {error === null && data !== undefined && data.items.length > 0 && (
        <section className={classes.list} aria-label="Messages, newest first">
          <FeedbackMessages items={data.items} linkOf={linkOf} />
        </section>
      )}
      {data !== undefined && (
        <CursorPages
          className={classes.pages}
          cursor={cursor}
          nextCursor={data.nextCursor}
          names={pageNames}
          linkTo={(page, look) => (
            <Link
              to="/projects/$slug/feedback"
              params={{ slug }}
              search={{ cursor: page.cursor }}
              state={page.state}
              {...look}
            />
          )}
        />
      )}
    </div>
  )
}

function linkOf({ issue, eventId }: ProjectFeedbackList['items'][number]) {
  if (issue === null) {
    return <span>{eventId === null ? 'about no event' : 'about an event that is not here'}</span>
  }
  const { shortId, title } = issue
  if (eventId === null) return null
  return (
    <span>
      about{' '}
      <Link to="/issues/$issueId/events/$eventId" params={{ issueId: shortId, eventId }}>
        {shortId} {title}
      </Link>
    </span>
  )
}

function NoFeedback({ isFirstPage }: { isFirstPage: boolean }) {
  if (!isFirstPage) return <EmptyState title="There is no more feedback" />
  return (
    <EmptyState title="Nobody has written yet">
      <p>
        Give your users a place to write: <code>feedbackIntegration()</code> of the browser SDKs, or{' '}
        <code>
          captureFeedback({'{'} message {'}'})
        </code>
        .
      </p>
    </EmptyState>
  )
}
