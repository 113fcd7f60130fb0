import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { IssueSummary } from '../../lib/api.ts'
import { formatCount, formatExact } from '../../lib/formats.ts'
import { Sparkline } from '../../ui/sparkline.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { IssueFacts } from './issue-facts.tsx'
import classes from './issue-row.module.css'
import { RowCheckbox } from './row-checkbox.tsx'

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** The short ids of the list from which an issue was opened. */
    listed?: string[]
  }
}

interface RowProps {
  issue: IssueSummary
  /** The short ids of the whole list, for those who walk on from the issue. */
  listed: string[]
  /** The keys act on it. */
  isCurrent: boolean
  isSelected: boolean
  onToggle: (withRange: boolean) => void
}

export function IssueRow({ issue, listed, isCurrent, isSelected, onToggle }: RowProps) {
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isCurrent) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isCurrent])
  return (
    <li ref={row} className={classes.row} data-current={isCurrent} data-selected={isSelected}>
      <span className={classes.level} data-level={issue.level}>
        <VisuallyHidden>Level {issue.level}</VisuallyHidden>
      </span>
      <RowCheckbox name={`Select ${issue.shortId}`} isChecked={isSelected} onToggle={onToggle} />
      <div className={classes.what}>
        <Link
          to="/issues/$issueId"
          params={{ issueId: issue.shortId }}
          state={{ listed }}
          className={classes.name}
        >
          {issue.type !== '' && <strong>{issue.type}</strong>} {issue.value.trimStart().split('\n', 1)[0]}
        </Link>
        <IssueFacts issue={issue} />
      </div>
      <div className={classes.trend}>
        <Sparkline counts={issue.trend} />
      </div>
      <Count kind="events" count={issue.count} />
      <Count kind="users" count={issue.userCount} />
    </li>
  )
}

function Count({ kind, count }: { kind: 'events' | 'users'; count: number }) {
  return (
    <span className={classes.number} data-kind={kind} title={`${formatExact(count)} ${kind}`}>
      {formatCount(count)}
      <VisuallyHidden> {kind}</VisuallyHidden>
    </span>
  )
}
