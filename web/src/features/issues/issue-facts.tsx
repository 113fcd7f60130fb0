import type { IssueSummary } from '../../lib/api.ts'
import { formatAge, formatTime } from '../../lib/formats.ts'
import { Badge } from '../../ui/badge.tsx'
import { Time } from '../../ui/time.tsx'
import { StatusBadge } from './status-badge.tsx'
import classes from './issue-row.module.css'

/** The second line of a row: where, what state, how old. */
export function IssueFacts({ issue }: { issue: IssueSummary }) {
  return (
    <p className={classes.facts}>
      {issue.culprit !== '' && <code>{issue.culprit}</code>}
      <span className={classes.fact}>{issue.shortId}</span>
      <StatusBadge issue={issue} />
      {issue.isUnhandled && <Badge tone="error">Unhandled</Badge>}
      <time className={classes.fact} dateTime={issue.firstSeen} title={formatTime(issue.firstSeen)}>
        {formatAge(issue.firstSeen, Date.now())}
      </time>
      <span className={classes.fact}>
        <Time iso={issue.lastSeen} />
      </span>
    </p>
  )
}
