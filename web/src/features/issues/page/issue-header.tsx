import type { IssueDetail } from '../../../lib/api.ts'
import { formatCount, formatExact } from '../../../lib/formats.ts'
import { Badge } from '../../../ui/badge.tsx'
import { StatusBadge } from '../status-badge.tsx'
import { FoldedText } from './notes/folded-text.tsx'
import classes from './issue-page.module.css'

export function IssueHeader({ issue }: { issue: IssueDetail }) {
  return (
    <header className={classes.headline}>
      <div>
        <h1>{issue.type === '' ? issue.value : issue.type}</h1>
        {issue.type !== '' && (
          <p className={classes.value}>
            <FoldedText text={issue.value} meta={undefined} />
          </p>
        )}
        <p className={classes.facts}>
          <StatusBadge issue={issue} />
          {issue.isUnhandled && <Badge tone="error">Unhandled</Badge>}
          <span>Level {issue.level}</span>
          {issue.culprit !== '' && <code>{issue.culprit}</code>}
          <span>{issue.project.name}</span>
        </p>
      </div>
      <dl className={classes.totals}>
        <Total name={issue.count === 1 ? 'event' : 'events'} count={issue.count} />
        <Total name={issue.userCount === 1 ? 'user' : 'users'} count={issue.userCount} />
      </dl>
    </header>
  )
}

function Total({ name, count }: { name: string; count: number }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd title={formatExact(count)}>{formatCount(count)}</dd>
    </div>
  )
}
