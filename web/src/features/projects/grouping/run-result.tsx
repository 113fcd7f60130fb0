import { Link } from '@tanstack/react-router'
import type { GroupingRun, IssueReference } from '../../../lib/api.ts'
import { formatQuantity } from '../../../lib/formats.ts'
import classes from './grouping.module.css'

/** Which issues merge and which split, with examples. */
export function RunResult({ run }: { run: GroupingRun }) {
  const { merges, splits } = run
  return (
    <>
      {merges.length > 0 && (
        <>
          <h3>Merges {isCut(merges.length, run.mergeCount)}</h3>
          <ul className={classes.changes}>
            {merges.map((merge) => (
              <li key={merge.into.id}>
                <Issue issue={merge.into} />
                <p className={classes.muted}>takes in</p>
                <ul>
                  {merge.issues
                    .filter(({ id }) => id !== merge.into.id)
                    .map((issue) => (
                      <li key={issue.id}>
                        <Issue issue={issue} />
                      </li>
                    ))}
                </ul>
                <p className={classes.muted}>{merge.reason}</p>
              </li>
            ))}
          </ul>
        </>
      )}
      {splits.length > 0 && (
        <>
          <h3>Splits {isCut(splits.length, run.splitCount)}</h3>
          <ul className={classes.changes}>
            {splits.map((split) => (
              <Split key={split.issue.id} split={split} run={run} />
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function isCut(shown: number, all: number): string {
  return shown < all ? `(the first ${shown} of ${all})` : ''
}

function Split({ split: { issue, parts }, run }: { split: GroupingRun['splits'][number]; run: GroupingRun }) {
  return (
    <li>
      <Issue issue={issue} />
      <p className={classes.muted}>into</p>
      <ol>
        {parts.map((part, index) => (
          // The parts have no name yet.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index}>
            {formatQuantity(part.events, 'event')}. {part.reason}
            <ul>
              {part.examples.map(({ eventId, title }) => (
                <li key={eventId}>
                  {run.kind === 'preview' ? (
                    <Link to="/issues/$issueId/events/$eventId" params={{ issueId: issue.shortId, eventId }}>
                      {title} <code>{eventId.slice(0, 8)}</code>
                    </Link>
                  ) : (
                    // The event may be in another issue by now.
                    <>
                      {title} <code>{eventId.slice(0, 8)}</code>
                    </>
                  )}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </li>
  )
}

function Issue({ issue }: { issue: IssueReference }) {
  return (
    <p>
      <Link to="/issues/$issueId" params={{ issueId: issue.shortId }}>
        {issue.shortId}
      </Link>{' '}
      {issue.title} <span className={classes.muted}>{formatQuantity(issue.count, 'event')}</span>
    </p>
  )
}
