import { Link } from '@tanstack/react-router'
import { isNotFound } from '../../../lib/api.ts'
import { useIssue } from '../../../lib/queries.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Failure } from '../../../ui/failure.tsx'
import { usePageTitle } from '../../../ui/page-title.ts'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { ChooseOther } from './choose-other.tsx'
import classes from './compare.module.css'
import { ComparisonView } from './comparison-view.tsx'

interface ComparePageProps {
  issueId: string
  /** Id or short id of the issue to compare with, once one is chosen. */
  other: string | undefined
}

/** Why two issues are not one, and what would make them one. */
export function ComparePage({ issueId, other }: ComparePageProps) {
  usePageTitle(other === undefined ? `Compare ${issueId}` : `${issueId} and ${other}`)
  const { data: issue, error, refetch } = useIssue(issueId)
  if (issue === undefined && isNotFound(error)) {
    return (
      <EmptyState title={`There is no issue "${issueId}"`} isWholePage>
        <Link to="/issues">Show all issues</Link>
      </EmptyState>
    )
  }
  const name = issue?.shortId ?? issueId
  return (
    <div className={classes.page}>
      <nav aria-label="Breadcrumb">
        <Link to="/issues">Issues</Link> /{' '}
        <Link to="/issues/$issueId" params={{ issueId: name }}>
          {name}
        </Link>{' '}
        / Compare
      </nav>
      <h1>
        {other === undefined ? `Compare ${name} with another issue` : 'Why are these two not one issue?'}
      </h1>
      {error !== null && issue === undefined && <Failure error={error} onRetry={() => void refetch()} />}
      {error === null && issue === undefined && <Skeleton name="the issue" heights={[60, 240]} />}
      {issue !== undefined && other === undefined && <ChooseOther issue={issue} />}
      {issue !== undefined && other !== undefined && <ComparisonView issue={issue} other={other} />}
    </div>
  )
}
