import { Button } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { ApiError, type IssueComparison, type IssueDetail, type IssueReference } from '../../../lib/api.ts'
import { formatQuantity } from '../../../lib/formats.ts'
import { useComparison } from '../../../lib/grouping-queries.ts'
import { useIssue } from '../../../lib/queries.ts'
import { ActionError } from '../../../ui/action-error.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Failure } from '../../../ui/failure.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { MergeForm } from '../merge/merge-form.tsx'
import { CompareRows } from './compare-rows.tsx'
import classes from './compare.module.css'

interface ComparisonViewProps {
  issue: IssueDetail
  other: string
}

export function ComparisonView({ issue, other }: ComparisonViewProps) {
  const { data, error, refetch } = useComparison(issue.id, other)
  if (error instanceof ApiError && error.code === 'invalid') {
    return (
      <EmptyState title={error.message}>
        <Link to="/issues/$issueId" params={{ issueId: issue.shortId }}>
          Show {issue.shortId}
        </Link>
      </EmptyState>
    )
  }
  if (error !== null && data === undefined) return <Failure error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <Skeleton name="the comparison" heights={[60, 320]} />
  return (
    <>
      <p className={classes.summary}>{data.summary}</p>
      <WayOut comparison={data} issue={issue} />
      <div className={classes.sides}>
        <Side name="Here" issue={data.issue} />
        <Side name="There" issue={data.other} />
      </div>
      {data.rows.length > 0 && <CompareRows comparison={data} />}
    </>
  )
}

function Side({ name, issue }: { name: string; issue: IssueReference }) {
  return (
    <h2>
      <span>{name}: </span>
      <Link to="/issues/$issueId" params={{ issueId: issue.shortId }}>
        {issue.shortId}
      </Link>
      <span className={classes.title}>{issue.title}</span>
      <span>{formatQuantity(issue.count, 'event')}</span>
    </h2>
  )
}

/** What makes the two one issue. */
function WayOut({ comparison, issue }: { comparison: IssueComparison; issue: IssueDetail }) {
  const [isMerging, setIsMerging] = useState(false)
  return (
    <div className={classes.actions}>
      <Button size="xs" onClick={() => setIsMerging(true)}>
        Merge…
      </Button>
      {comparison.rule !== null && (
        <Button
          size="xs"
          variant="default"
          aria-describedby="compare-rule"
          renderRoot={(props) => (
            <Link
              to="/projects/$slug/grouping"
              params={{ slug: issue.project.slug }}
              search={{ add: comparison.rule ?? undefined }}
              {...props}
            />
          )}
        >
          Add this rule…
        </Button>
      )}
      {comparison.rule !== null && (
        <code id="compare-rule" className={classes.rule}>
          {comparison.rule}
        </code>
      )}
      {isMerging && (
        <MergeTwo issue={issue} otherId={comparison.other.id} onClose={() => setIsMerging(false)} />
      )}
    </div>
  )
}

interface MergeTwoProps {
  issue: IssueDetail
  otherId: string
  onClose: () => void
}

function MergeTwo({ issue, otherId, onClose }: MergeTwoProps) {
  const { data: other, error, refetch } = useIssue(otherId)
  const navigate = useNavigate()
  return (
    <Dialog title="Merge the two?" onClose={onClose}>
      <ActionError
        what="The other issue could not be loaded."
        error={other === undefined ? error : null}
        onRetry={() => void refetch()}
      />
      {error === null && other === undefined && <Skeleton name="the other issue" heights={[120]} />}
      {other !== undefined && (
        <MergeForm
          issues={[issue, other]}
          mainId={issue.id}
          onCancel={onClose}
          onMerged={(main) =>
            void navigate({ to: '/issues/$issueId', params: { issueId: main.shortId }, replace: true })
          }
        />
      )}
    </Dialog>
  )
}
