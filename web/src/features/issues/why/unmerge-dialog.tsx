import { Button } from '@mantine/core'
import type { Fingerprint, IssueDetail } from '../../../lib/api.ts'
import { formatQuantity } from '../../../lib/formats.ts'
import { useUnmerge } from '../../../lib/grouping-queries.ts'
import { ActionError } from '../../../ui/action-error.tsx'
import { Dialog, DialogActions } from '../../../ui/dialog.tsx'
import { useRegroupingToast } from '../use-regrouping-toast.ts'

interface UnmergeDialogProps {
  issue: IssueDetail
  chosen: Fingerprint[]
  onClose: () => void
  onDone: () => void
}

/** Says what unmerging does before it is done. */
export function UnmergeDialog({ issue, chosen, onClose, onDone }: UnmergeDialogProps) {
  const unmerge = useUnmerge(issue.id)
  const say = useRegroupingToast(issue.project.slug)
  const events = chosen.reduce((sum, { count }) => sum + count, 0)
  const run = (): void =>
    unmerge.mutate(
      chosen.map(({ number }) => number),
      {
        onSuccess: (regrouping) => {
          const other = regrouping.issues.find(({ id }) => id !== issue.id)
          say(`${formatQuantity(events, 'event')} became ${other?.shortId ?? 'an issue'}`, regrouping)
          onDone()
        },
      },
    )
  return (
    <Dialog title={`Unmerge ${formatQuantity(chosen.length, 'fingerprint')}?`} onClose={onClose}>
      <ul>
        {chosen.map(({ number, title, count }) => (
          <li key={number}>
            {title} ({formatQuantity(count, 'event')})
          </li>
        ))}
      </ul>
      <p>
        {formatQuantity(events, 'event')} leave {issue.shortId} and become one issue. Future events of the
        same kind follow, and neither rules nor suggestions bring them back. You can undo this.
      </p>
      <ActionError what="Not unmerged." error={unmerge.error} onRetry={run} />
      <DialogActions>
        <Button size="xs" loading={unmerge.isPending} onClick={run}>
          Unmerge
        </Button>
        <Button size="xs" variant="default" onClick={onClose}>
          Cancel
        </Button>
      </DialogActions>
    </Dialog>
  )
}
