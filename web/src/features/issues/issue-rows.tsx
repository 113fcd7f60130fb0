import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { IssueSummary } from '../../lib/api.ts'
import { IssueRow } from './issue-row.tsx'
import classes from './issue-list.module.css'
import { useRowKeys } from './use-row-keys.ts'
import { useSelection } from './use-selection.ts'
import { useTriage } from './use-triage.ts'

/** The rows of a page, with a cursor and a selection; the keys act on the selection, else on the cursor. */
export function IssueRows({ issues }: { issues: IssueSummary[] }) {
  const navigate = useNavigate()
  const triage = useTriage()
  const [cursor, setCursor] = useState(0)
  const { selected, toggle, clear } = useSelection(issues.map((issue) => issue.id))
  const current = issues[Math.min(cursor, issues.length - 1)]
  const chosen = issues.filter((issue) => selected.has(issue.id))
  const act = (kind: 'resolve' | 'archive' | 'reopen'): void => {
    const targets = chosen.length > 0 ? chosen : current === undefined ? [] : [current]
    if (targets.length === 0) return
    triage(targets, kind)
    clear()
  }
  useRowKeys({
    move: (by) => setCursor((at) => Math.min(Math.max(at + by, 0), issues.length - 1)),
    open: () => {
      if (current !== undefined)
        void navigate({ to: '/issues/$issueId', params: { issueId: current.shortId } })
    },
    toggle: () => {
      if (current !== undefined) toggle(current.id)
    },
    act,
    clear,
  })
  return (
    <section aria-label="Issues">
      <div className={classes.bulk} data-on={chosen.length > 0}>
        <span aria-live="polite">{chosen.length > 0 ? `${chosen.length} selected` : ''}</span>
        {chosen.length > 0 && (
          <>
            <Button size="compact-sm" onClick={() => act('resolve')}>
              Resolve
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => act('archive')}>
              Archive
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => act('reopen')}>
              Reopen
            </Button>
          </>
        )}
        {chosen.length === 0 && <Heads />}
      </div>
      <ul className={classes.rows}>
        {issues.map((issue, index) => (
          <IssueRow
            key={issue.id}
            issue={issue}
            isCurrent={index === cursor}
            isSelected={selected.has(issue.id)}
            onToggle={(withRange) => toggle(issue.id, withRange)}
          />
        ))}
      </ul>
    </section>
  )
}

function Heads() {
  return (
    <>
      <span className={classes.headIssue}>Issue</span>
      <span className={classes.headTrend}>Last 24 hours</span>
      <span className={classes.headNumber}>Events</span>
      <span className={classes.headNumber}>Users</span>
    </>
  )
}
