import { Button } from '@mantine/core'
import { isNotFound, type GroupingRun } from '../../../lib/api.ts'
import { formatExact, formatQuantity } from '../../../lib/formats.ts'
import { useGroupingRun, useUndoGroupingRun } from '../../../lib/grouping-run-queries.ts'
import { ActionError } from '../../../ui/action-error.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Failure } from '../../../ui/failure.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { Time } from '../../../ui/time.tsx'
import { useToast } from '../../../ui/toasts.tsx'
import classes from './grouping.module.css'
import { RunResult } from './run-result.tsx'
import { kindNames, sayState } from './run-words.ts'
import type { RulesDraft } from './use-rules-draft.ts'

interface RunViewProps {
  slug: string
  number: number
  draft: RulesDraft
}

/** How far a run is, what it does, and what can be done about it. */
export function RunView({ slug, number, draft }: RunViewProps) {
  const { data: run, error, refetch } = useGroupingRun(slug, number)
  if (run === undefined && isNotFound(error)) return <EmptyState title={`There is no run ${number}`} />
  if (error !== null && run === undefined) return <Failure error={error} onRetry={() => void refetch()} />
  if (run === undefined) return <Skeleton name="the run" heights={[160]} />
  return (
    <section className={classes.run} aria-label={`Run ${run.number}`}>
      <h2>
        {kindNames[run.kind]} {run.number}
      </h2>
      <p className={classes.muted}>
        Started <Time iso={run.startedAt} />
        {run.actor !== null && <> by {run.actor}</>}
        {run.rules !== draft.text && ', with other rules than those above'}
      </p>
      <p role="status" className={run.state === 'failed' ? classes.wrong : classes.result}>
        {sayState(run)}
      </p>
      {run.state === 'running' && <Progress run={run} />}
      {run.state === 'done' && <RunResult run={run} />}
      {error !== null && (
        <ActionError what="Not known how far it is." error={error} onRetry={() => void refetch()} />
      )}
      <div className={classes.actions}>
        {mayUndo(run) && <UndoRun slug={slug} run={run} />}
        {run.rules !== draft.text && (
          <Button size="xs" variant="default" onClick={() => draft.write(run.rules)}>
            Put its rules into the editor
          </Button>
        )}
      </div>
    </section>
  )
}

/** Also one that failed: it saved its rules, and may have come halfway. */
function mayUndo({ kind, state }: GroupingRun): boolean {
  return kind === 'apply' && (state === 'done' || state === 'failed')
}

function Progress({ run: { kind, progress } }: { run: GroupingRun }) {
  const { done, total } = progress
  return (
    <div className={classes.progress}>
      <progress
        value={done}
        max={Math.max(total, 1)}
        aria-label={kind === 'preview' ? 'Trying the rules' : 'Regrouping'}
      />
      <span className={classes.muted}>
        {formatExact(done)} of {formatQuantity(total, 'event')}
      </span>
    </div>
  )
}

function UndoRun({ slug, run }: { slug: string; run: GroupingRun }) {
  const undo = useUndoGroupingRun(slug)
  const toast = useToast()
  const go = (): void =>
    undo.mutate(run.number, { onSuccess: () => toast({ text: `Regrouping ${run.number} undone` }) })
  return (
    <>
      <Button size="xs" variant="default" loading={undo.isPending} onClick={go}>
        Undo this regrouping
      </Button>
      <ActionError what="Not undone." error={undo.error} onRetry={go} />
    </>
  )
}
