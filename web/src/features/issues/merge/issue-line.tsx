import type { IssueReference } from '../../../lib/api.ts'
import { formatQuantity } from '../../../lib/formats.ts'
import classes from './merge.module.css'

/** An issue in two lines, to be recognised among others. */
export function IssueLine({ issue }: { issue: IssueReference }) {
  return (
    <span className={classes.line}>
      <span className={classes.title}>{issue.title}</span>
      <span className={classes.facts}>
        {issue.shortId} · {formatQuantity(issue.count, 'event')}
      </span>
    </span>
  )
}
