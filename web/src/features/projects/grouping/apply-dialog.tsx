import { Button } from '@mantine/core'
import { useGroupingRuns } from '../../../lib/grouping-run-queries.ts'
import { Dialog, DialogActions } from '../../../ui/dialog.tsx'
import { sayResult } from './run-words.ts'
import { StartError } from './start-error.tsx'
import type { Start } from './use-start-run.ts'

interface ApplyDialogProps {
  slug: string
  rules: string
  start: Start
  onReload: () => void
  onClose: () => void
}

/** Says what applying rules does before it is done. */
export function ApplyDialog({ slug, rules, start, onReload, onClose }: ApplyDialogProps) {
  const runs = useGroupingRuns(slug).data?.items ?? []
  const tried = runs.find((run) => run.kind === 'preview' && run.state === 'done' && run.rules === rules)
  return (
    <Dialog title="Save these rules and regroup the stored events?" onClose={onClose}>
      <p>
        {tried === undefined
          ? 'These rules have not been tried on the stored events: what will merge or split is not known yet.'
          : `Tried on the stored events: ${sayResult(tried)}`}
      </p>
      <p>
        New events follow the rules at once. What a person merged or unmerged stays as it is. You can undo
        this in one step.
      </p>
      <StartError start={start} onReload={onReload} />
      <DialogActions>
        <Button size="xs" loading={start.pending === 'apply'} onClick={() => start.go('apply')}>
          Save and regroup
        </Button>
        <Button size="xs" variant="default" onClick={onClose}>
          Cancel
        </Button>
      </DialogActions>
    </Dialog>
  )
}
