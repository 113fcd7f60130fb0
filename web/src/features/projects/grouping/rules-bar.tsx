import { Button } from '@mantine/core'
import type { GroupingRun } from '../../../lib/api.ts'
import classes from './grouping.module.css'

interface RulesBarProps {
  running: GroupingRun | undefined
  isTrying: boolean
  onTry: () => void
  onApply: () => void
  isChanged: boolean
  onDiscard: () => void
}

/** What can be done with the rules as they are written. */
export function RulesBar({ running, isTrying, onTry, onApply, isChanged, onDiscard }: RulesBarProps) {
  const isBusy = running !== undefined
  return (
    <div className={classes.bar}>
      <Button size="xs" loading={isTrying} disabled={isBusy} onClick={onTry}>
        Try on stored events
      </Button>
      <Button size="xs" variant="default" disabled={isBusy} onClick={onApply}>
        Save and regroup…
      </Button>
      {isChanged && (
        <Button size="xs" variant="default" onClick={onDiscard}>
          Discard changes
        </Button>
      )}
      <p role="status" className={classes.muted}>
        {isBusy && `Run ${running.number} is under way; another can start when it is done.`}
        {!isBusy && isChanged && 'Not saved yet.'}
      </p>
    </div>
  )
}
