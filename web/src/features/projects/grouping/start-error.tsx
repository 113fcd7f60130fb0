import { Button } from '@mantine/core'
import { ActionError } from '../../../ui/action-error.tsx'
import classes from './grouping.module.css'
import type { Start } from './use-start-run.ts'

/** Why a run was not started. Where somebody else saved meanwhile, another try would not help. */
export function StartError({ start, onReload }: { start: Start; onReload: () => void }) {
  const { error, isStale, retry } = start
  if (!isStale) return <ActionError what="Not started." error={error} onRetry={retry} />
  return (
    <>
      <p role="alert" className={classes.wrong}>
        Not started. {error?.message}
      </p>
      <Button size="xs" variant="default" className={classes.reload} onClick={onReload}>
        Load again, without my changes
      </Button>
    </>
  )
}
