import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { IssueCommand, IssueSummary } from '../../lib/api.ts'
import { IssueRow } from './issue-row.tsx'
import classes from './issue-list.module.css'
import { ListHead } from './list-head.tsx'
import { MergeSelected } from './merge/merge-selected.tsx'
import { useRowKeys } from './use-row-keys.ts'
import { useSelection } from './use-selection.ts'
import { useTriage } from './use-triage.ts'

/** The rows of a page, with a cursor and a selection; the keys act on the selection, else on the cursor. */
export function IssueRows({ issues, isStale }: { issues: IssueSummary[]; isStale: boolean }) {
  const navigate = useNavigate()
  const triage = useTriage()
  const [cursor, setCursor] = useState(0)
  const { selected, toggle, toggleAll, clear } = useSelection(issues.map((issue) => issue.id))
  const at = Math.min(cursor, issues.length - 1)
  const current = issues[at]
  const listed = issues.map((issue) => issue.shortId)
  const chosen = issues.filter((issue) => selected.has(issue.id))
  const act = (kind: IssueCommand['kind']): void => {
    triage(chosen.length > 0 ? chosen : issues.slice(at, at + 1), kind)
    clear()
  }
  useRowKeys({
    move: (by) => setCursor(Math.min(Math.max(at + by, 0), issues.length - 1)),
    open: () => {
      if (current === undefined) return
      void navigate({ to: '/issues/$issueId', params: { issueId: current.shortId }, state: { listed } })
    },
    toggle: (withRange) => {
      if (current !== undefined) toggle(current.id, withRange)
    },
    act,
    clear,
  })
  return (
    <section aria-label="Issues">
      <ListHead selected={chosen.length} total={issues.length} onToggleAll={toggleAll} onAct={act}>
        <MergeSelected issues={chosen} onMerged={clear} />
      </ListHead>
      <ul className={classes.rows} data-stale={isStale}>
        {issues.map((issue, index) => (
          <IssueRow
            key={issue.id}
            issue={issue}
            listed={listed}
            isCurrent={index === at}
            isSelected={selected.has(issue.id)}
            onToggle={(withRange) => {
              setCursor(index)
              toggle(issue.id, withRange)
            }}
          />
        ))}
      </ul>
    </section>
  )
}
