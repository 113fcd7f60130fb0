import { Button } from '@mantine/core'
import { useState } from 'react'
import type { IssueSummary, Regrouping } from '../../../lib/api.ts'
import { useMerge } from '../../../lib/grouping-queries.ts'
import { ActionError } from '../../../ui/action-error.tsx'
import { DialogActions } from '../../../ui/dialog.tsx'
import { useRegroupingToast } from '../use-regrouping-toast.ts'
import { MainChoice } from './main-choice.tsx'
import { listIds, sayMerge } from './say-merge.ts'

interface MergeFormProps {
  /** All of them are of one project. */
  issues: IssueSummary[]
  /** The one that is the main issue as long as nobody chooses. */
  mainId: string
  onCancel: () => void
  onMerged: (main: IssueSummary, regrouping: Regrouping) => void
}

/** The last step of a merge: which is the main issue, what will happen, and the deed. */
export function MergeForm({ issues, mainId, onCancel, onMerged }: MergeFormProps) {
  const [chosen, setChosen] = useState(mainId)
  const merge = useMerge()
  const main = issues.find(({ id }) => id === chosen) ?? issues[0]
  const say = useRegroupingToast(main?.project.slug ?? '')
  if (main === undefined) return null
  const others = issues.filter((issue) => issue !== main)
  const run = (): void =>
    merge.mutate(
      { into: main.id, ids: others.map(({ id }) => id) },
      {
        onSuccess: (regrouping) => {
          say(`${listIds(others)} merged into ${main.shortId}`, regrouping)
          onMerged(main, regrouping)
        },
      },
    )
  return (
    <>
      {others.length > 0 && <MainChoice issues={issues} mainId={main.id} onChoose={setChosen} />}
      <p role="status">
        {others.length > 0 ? sayMerge(main, others) : 'Choose one issue or several to merge with this one.'}
      </p>
      <ActionError what="Not merged." error={merge.error} onRetry={run} />
      <DialogActions>
        <Button size="xs" disabled={others.length === 0} loading={merge.isPending} onClick={run}>
          Merge
        </Button>
        <Button size="xs" variant="default" onClick={onCancel}>
          Cancel
        </Button>
      </DialogActions>
    </>
  )
}
