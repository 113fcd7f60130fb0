import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { IssueSummary } from '../../../lib/api.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { IssueLine } from './issue-line.tsx'
import { IssuePicker } from './issue-picker.tsx'
import { MergeForm } from './merge-form.tsx'
import classes from './merge.module.css'

/** Finds the issues that are the same bug as this one, and merges them. */
export function MergeDialog({ issue, onClose }: { issue: IssueSummary; onClose: () => void }) {
  const [chosen, setChosen] = useState<IssueSummary[]>([])
  const navigate = useNavigate()
  const toggle = (other: IssueSummary): void => {
    const without = chosen.filter(({ id }) => id !== other.id)
    setChosen(without.length === chosen.length ? [...chosen, other] : without)
  }
  return (
    <Dialog title={`Merge ${issue.shortId} with other issues`} onClose={onClose}>
      <IssuePicker
        project={issue.project.slug}
        exceptId={issue.id}
        rowOf={(other) => (
          <li key={other.id}>
            <label className={classes.option}>
              <input
                type="checkbox"
                checked={chosen.some(({ id }) => id === other.id)}
                onChange={() => toggle(other)}
              />
              <IssueLine issue={other} />
            </label>
            <Link
              to="/issues/$issueId/compare"
              params={{ issueId: issue.shortId }}
              search={{ with: other.shortId }}
              className={classes.compare}
              aria-label={`Compare with ${other.shortId}`}
            >
              Compare
            </Link>
          </li>
        )}
      />
      <MergeForm
        issues={[issue, ...chosen]}
        mainId={issue.id}
        onCancel={onClose}
        onMerged={(main) => {
          onClose()
          if (main.id === issue.id) return
          void navigate({ to: '/issues/$issueId', params: { issueId: main.shortId }, replace: true })
        }}
      />
    </Dialog>
  )
}
