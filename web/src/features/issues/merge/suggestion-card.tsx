import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { IssueDetail, MergeSuggestion } from '../../../lib/api.ts'
import { formatQuantity } from '../../../lib/formats.ts'
import { useAnswerSuggestion, useSuggestions } from '../../../lib/grouping-queries.ts'
import { ActionError } from '../../../ui/action-error.tsx'
import { useToast } from '../../../ui/toasts.tsx'
import { useRegroupingToast } from '../use-regrouping-toast.ts'
import classes from './suggestion-card.module.css'

/** Issues that may be the same bug. Only a person merges them, or says for good that they are not. */
export function SuggestionCard({ issue }: { issue: IssueDetail }) {
  const { data, error, refetch } = useSuggestions(issue.id)
  if (error !== null && data === undefined) {
    return (
      <ActionError what="Suggestions could not be loaded." error={error} onRetry={() => void refetch()} />
    )
  }
  if (data === undefined || data.items.length === 0) return null
  return (
    <section className={classes.card}>
      <h2>May be the same bug</h2>
      <ul>
        {data.items.map((suggestion) => (
          <Suggestion key={suggestion.id} issue={issue} suggestion={suggestion} />
        ))}
      </ul>
    </section>
  )
}

function Suggestion({ issue, suggestion }: { issue: IssueDetail; suggestion: MergeSuggestion }) {
  const { issue: other, reason } = suggestion
  const { give, pending, failed, error } = useAnswer(issue, suggestion)
  return (
    <li>
      <p>
        <Link to="/issues/$issueId" params={{ issueId: other.shortId }}>
          {other.shortId}
        </Link>{' '}
        <span className={classes.title}>{other.title}</span>
      </p>
      <p className={classes.reason}>
        {formatQuantity(other.count, 'event')}. {reason}
      </p>
      <ActionError
        what={failed === 'dismiss' ? 'Not noted.' : 'Not merged.'}
        error={error}
        onRetry={() => failed !== undefined && give(failed)}
      />
      <div className={classes.actions}>
        <Button
          size="compact-sm"
          variant="default"
          renderRoot={(props) => (
            <Link
              to="/issues/$issueId/compare"
              params={{ issueId: issue.shortId }}
              search={{ with: other.shortId }}
              {...props}
            />
          )}
        >
          Compare
        </Button>
        <Button size="compact-sm" loading={pending === 'accept'} onClick={() => give('accept')}>
          Merge
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          loading={pending === 'dismiss'}
          onClick={() => give('dismiss')}
        >
          Not the same
        </Button>
      </div>
    </li>
  )
}

/** Gives the answer to a suggestion, and says what came of it. */
function useAnswer(issue: IssueDetail, { id, issue: other }: MergeSuggestion) {
  const answer = useAnswerSuggestion(issue.id)
  const say = useRegroupingToast(issue.project.slug)
  const toast = useToast()
  const give = (kind: 'accept' | 'dismiss'): void =>
    answer.mutate(
      { id, kind },
      {
        onSuccess: (regrouping) => {
          if (regrouping !== null) say(`${other.shortId} merged into ${issue.shortId}`, regrouping)
          else toast({ text: `${other.shortId} is not suggested here again` })
        },
      },
    )
  const kind = answer.variables?.kind
  return {
    give,
    pending: answer.isPending ? kind : undefined,
    failed: answer.isError ? kind : undefined,
    error: answer.error,
  }
}
