import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import type { IssueCommand } from '../../lib/api.ts'
import classes from './issue-list.module.css'
import { RowCheckbox } from './row-checkbox.tsx'

interface ListHeadProps {
  selected: number
  total: number
  onToggleAll: () => void
  onAct: (kind: IssueCommand['kind']) => void
  /** What else can be done with several. */
  children: ReactNode
}

/** Names the columns; while rows are ticked, what can be done with them. */
export function ListHead({ selected, total, onToggleAll, onAct, children }: ListHeadProps) {
  return (
    <div className={classes.head} data-on={selected > 0}>
      <RowCheckbox
        name="Select all issues of this page"
        isChecked={total > 0 && selected === total}
        onToggle={onToggleAll}
      />
      <span className={classes.chosen} aria-live="polite">
        {selected > 0 ? `${selected} selected` : 'Issue'}
      </span>
      {selected > 0 ? <Actions onAct={onAct} /> : <Columns />}
      {children}
    </div>
  )
}

function Actions({ onAct }: Pick<ListHeadProps, 'onAct'>) {
  return (
    <>
      <Button size="compact-sm" onClick={() => onAct('resolve')}>
        Resolve
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => onAct('archive')}>
        Archive
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => onAct('reopen')}>
        Reopen
      </Button>
    </>
  )
}

function Columns() {
  return (
    <>
      <span className={classes.headTrend}>Last 24 hours</span>
      <span className={classes.headNumber}>Events</span>
      <span className={classes.headNumber}>Users</span>
    </>
  )
}
