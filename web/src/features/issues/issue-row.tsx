import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { IssueSummary } from '../../lib/api.ts'
import { formatAge, formatCount, formatExact } from '../../lib/formats.ts'
import { Badge } from '../../ui/badge.tsx'
import { Sparkline } from '../../ui/sparkline.tsx'
import { Time } from '../../ui/time.tsx'
import classes from './issue-list.module.css'

interface RowProps {
  issue: IssueSummary
  /** The keys act on it. */
  isCurrent: boolean
  isSelected: boolean
  onToggle(withRange: boolean): void
}

export function IssueRow({ issue, isCurrent, isSelected, onToggle }: RowProps) {
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isCurrent) row.current?.scrollIntoView?.({ block: 'nearest' })
  }, [isCurrent])
  return (
    <li ref={row} className={classes.row} data-current={isCurrent} data-selected={isSelected}>
      <span className={classes.level} data-level={issue.level}>
        <span className={classes.hidden}>Level {issue.level}</span>
      </span>
      <input
        type="checkbox"
        className={classes.check}
        aria-label={`Select ${issue.shortId}`}
        checked={isSelected}
        onClick={(event) => onToggle(event.shiftKey)}
        onChange={() => {}}
      />
      <div className={classes.what}>
        <Link to="/issues/$issueId" params={{ issueId: issue.shortId }} className={classes.name}>
          {issue.type !== '' && <strong>{issue.type}</strong>} {issue.value}
        </Link>
        <Facts issue={issue} />
      </div>
      <div className={classes.trend}>
        <Sparkline counts={issue.trend} />
      </div>
      <span className={classes.number} title={`${formatExact(issue.count)} events`}>
        {formatCount(issue.count)}
        <span className={classes.unit}> events</span>
      </span>
      <span className={classes.number} title={`${formatExact(issue.userCount)} users`}>
        {formatCount(issue.userCount)}
        <span className={classes.unit}> users</span>
      </span>
    </li>
  )
}

function Facts({ issue }: { issue: IssueSummary }) {
  return (
    <p className={classes.facts}>
      {issue.culprit !== '' && <code>{issue.culprit}</code>}
      <span>{issue.shortId}</span>
      {issue.statusReason === 'new' && <Badge tone="info">New</Badge>}
      {issue.statusReason === 'regressed' && <Badge tone="fatal">Regressed</Badge>}
      {issue.status === 'resolved' && <Badge tone="ok">Resolved</Badge>}
      {issue.status === 'archived' && <Badge tone="muted">Archived</Badge>}
      {issue.isUnhandled && <Badge tone="error">Unhandled</Badge>}
      <span>{formatAge(issue.firstSeen, Date.now())} old</span>
      <span>
        last <Time iso={issue.lastSeen} />
      </span>
    </p>
  )
}
