import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useKey } from '../../../ui/use-key.ts'
import type { IssueDetail } from '../../../lib/api.ts'
import { formatCount, formatExact } from '../../../lib/formats.ts'
import { Badge } from '../../../ui/badge.tsx'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { useTriage } from '../use-triage.ts'
import classes from './issue-page.module.css'

export function IssueHeader({ issue }: { issue: IssueDetail }) {
  return (
    <header>
      <div className={classes.bar}>
        <nav aria-label="Breadcrumb">
          <Link to="/issues">Issues</Link> / {issue.shortId}{' '}
          <CopyButton text={issue.shortId} label="Copy id" />
        </nav>
        <Actions issue={issue} />
      </div>
      <div className={classes.headline}>
        <div>
          <h1>{issue.type === '' ? issue.value : issue.type}</h1>
          {issue.type !== '' && <p className={classes.value}>{issue.value}</p>}
          <p className={classes.facts}>
            <StatusBadge issue={issue} />
            {issue.isUnhandled && <Badge tone="error">Unhandled</Badge>}
            <span>Level {issue.level}</span>
            {issue.culprit !== '' && <code>{issue.culprit}</code>}
            <span>{issue.project.name}</span>
          </p>
        </div>
        <dl className={classes.totals}>
          <Total name="Events" count={issue.count} />
          <Total name="Users" count={issue.userCount} />
        </dl>
      </div>
    </header>
  )
}

function Actions({ issue }: { issue: IssueDetail }) {
  const triage = useTriage()
  useKey('r', () => triage([issue], issue.status === 'resolved' ? 'reopen' : 'resolve'))
  useKey('e', () => triage([issue], issue.status === 'archived' ? 'reopen' : 'archive'))
  return (
    <div className={classes.actions}>
      {issue.status === 'unresolved' ? (
        <>
          <Button size="xs" onClick={() => triage([issue], 'resolve')}>
            Resolve
          </Button>
          <Button size="xs" variant="default" onClick={() => triage([issue], 'archive')}>
            Archive
          </Button>
        </>
      ) : (
        <Button size="xs" variant="default" onClick={() => triage([issue], 'reopen')}>
          Reopen
        </Button>
      )}
    </div>
  )
}

function StatusBadge({ issue }: { issue: IssueDetail }) {
  if (issue.statusReason === 'regressed') return <Badge tone="fatal">Regressed</Badge>
  if (issue.status === 'resolved') return <Badge tone="ok">Resolved</Badge>
  if (issue.status === 'archived') return <Badge tone="muted">Archived</Badge>
  return <Badge tone="info">{issue.statusReason === 'new' ? 'New' : 'Ongoing'}</Badge>
}

function Total({ name, count }: { name: string; count: number }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd title={formatExact(count)}>{formatCount(count)}</dd>
    </div>
  )
}
