import type { Activity, IssueDetail } from '../../../lib/api.ts'
import { useUndoRegrouping } from '../../../lib/grouping-queries.ts'
import { ActionError } from '../../../ui/action-error.tsx'
import { Time } from '../../../ui/time.tsx'
import { useToast } from '../../../ui/toasts.tsx'
import { foldActivity } from './fold-activity.ts'
import classes from './issue-side.module.css'

const names: Record<Activity['kind'], string> = {
  first_seen: 'First seen',
  resolved: 'Resolved',
  archived: 'Archived',
  reopened: 'Reopened',
  regressed: 'Happened again',
  merged: 'Merged',
  unmerged: 'Unmerged',
  regrouped: 'Regrouped by rules',
}

/** What became of the issue, newest first; what was regrouped can be put back. */
export function ActivityList({ issue }: { issue: IssueDetail }) {
  return (
    <section>
      <h2>Activity</h2>
      <ol className={classes.activity}>
        {foldActivity(issue.activity).map(({ id, kind, at, actor, detail, regrouping }) => (
          <li key={id}>
            <strong>{names[kind]}</strong>
            {actor !== null && <> by {actor}</>} · <Time iso={at} />
            {detail !== null && <p className={classes.muted}>{detail}</p>}
            {regrouping !== null && <Undo slug={issue.project.slug} regrouping={regrouping} />}
          </li>
        ))}
      </ol>
    </section>
  )
}

function Undo({ slug, regrouping }: { slug: string; regrouping: number }) {
  const undo = useUndoRegrouping(slug)
  const toast = useToast()
  const run = (): void =>
    undo.mutate(regrouping, { onSuccess: () => toast({ text: 'Undone: all is as it was before' }) })
  return (
    <>
      <button type="button" className={classes.undo} disabled={undo.isPending} onClick={run}>
        {undo.isPending ? 'Undoing…' : 'Undo'}
      </button>
      <ActionError what="Not undone." error={undo.error} onRetry={run} />
    </>
  )
}
