import { Link, Navigate, useNavigate } from '@tanstack/react-router'
import { isNotFound, type IssueDetail } from '../../../lib/api.ts'
import { useEvent } from '../../../lib/event-queries.ts'
import { useIssue } from '../../../lib/queries.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Failure } from '../../../ui/failure.tsx'
import { usePageTitle } from '../../../ui/page-title.ts'
import { useKey } from '../../../ui/use-key.ts'
import { WhySection } from '../why/why-section.tsx'
import { EventNavigation } from './event-navigation.tsx'
import { EventView } from './event-view.tsx'
import { HourChart } from './hour-chart.tsx'
import { IssueBar } from './issue-bar.tsx'
import { IssueHeader } from './issue-header.tsx'
import { IssueSide } from './issue-side.tsx'
import { LetGoEvent } from './let-go-event.tsx'
import { NoEvent } from './no-event.tsx'
import { useNeighbourKeys } from './use-neighbour-keys.ts'
import classes from './issue-page.module.css'

/** One issue: what it is, when it happened, and one of its events in full. */
export function IssuePage({ issueId, eventId }: { issueId: string; eventId: string }) {
  const { data: issue, error, refetch } = useIssue(issueId)
  usePageTitle(issue?.title ?? issueId)
  useNeighbourKeys(issueId)
  if (issue === undefined && isNotFound(error)) return <NoIssue issueId={issueId} />
  if (error !== null && issue === undefined) return <Failure error={error} onRetry={() => void refetch()} />
  if (issue === undefined) return <EmptyState title="Loading…" />
  // It was merged into another one, which the server answers with.
  if (![issue.id, issue.shortId].includes(issueId))
    return <Navigate to="." params={{ issueId: issue.shortId }} search state replace />
  return (
    <div className={classes.page}>
      <IssueBar issue={issue} />
      <div className={classes.main}>
        <IssueHeader issue={issue} />
        <HourChart hours={issue.hours} />
        <EventOfIssue issue={issue} issueId={issueId} eventId={eventId} />
      </div>
      <IssueSide issue={issue} />
    </div>
  )
}

function NoIssue({ issueId }: { issueId: string }) {
  return (
    <EmptyState title={`There is no issue "${issueId}"`} isWholePage>
      <Link to="/issues">Show all issues</Link>
    </EmptyState>
  )
}

interface EventOfIssueProps {
  issue: IssueDetail
  /** As it stands in the URL. */
  issueId: string
  eventId: string
}

function EventOfIssue({ issue, issueId, eventId }: EventOfIssueProps) {
  const { data: detail, error, refetch } = useEvent(issueId, eventId)
  const navigate = useNavigate()
  const show = (target: string | null | undefined): void => {
    if (target === null || target === undefined) return
    void navigate({
      to: '/issues/$issueId/events/$eventId',
      params: { issueId, eventId: target },
      state: true,
      resetScroll: false,
    })
  }
  useKey('h', () => show(detail?.olderEventId))
  useKey('l', () => show(detail?.newerEventId))
  useKey('shift+h', () => show(detail?.oldestEventId))
  useKey('shift+l', () => show(detail?.latestEventId))
  return (
    <>
      {isNotFound(error) && <NoEvent issueId={issueId} eventId={eventId} projectSlug={issue.project.slug} />}
      {error !== null && !isNotFound(error) && <Failure error={error} onRetry={() => void refetch()} />}
      {error === null && detail === undefined && <EmptyState title="Loading…" />}
      {error === null && detail !== undefined && (
        <>
          <EventNavigation issueId={issueId} detail={detail} />
          {detail.event === null ? (
            <LetGoEvent detail={detail} issueId={issueId} projectSlug={issue.project.slug} />
          ) : (
            <EventView
              event={detail.event}
              detail={detail}
              title={issue.title}
              projectSlug={issue.project.slug}
            />
          )}
        </>
      )}
      <WhySection issue={issue} event={detail?.event ?? undefined} />
    </>
  )
}
