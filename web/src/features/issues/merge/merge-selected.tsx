import { Button } from '@mantine/core'
import { useState } from 'react'
import type { IssueSummary } from '../../../lib/api.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { useToast } from '../../../ui/toasts.tsx'
import { useKey } from '../../../ui/use-key.ts'
import { MergeForm } from './merge-form.tsx'
import { reasonNotToMerge } from './reason-not-to-merge.ts'

interface MergeSelectedProps {
  /** Those that are ticked in a list. */
  issues: IssueSummary[]
  onMerged: () => void
}

/** Merges what is selected, where that can be; the oldest is the main issue unless another is chosen. */
export function MergeSelected({ issues, onMerged }: MergeSelectedProps) {
  const [isAsking, setIsAsking] = useState(false)
  const toast = useToast()
  const reason = reasonNotToMerge(issues)
  useKey('m', () => (reason === undefined ? setIsAsking(true) : toast({ text: reason })))
  if (reason !== undefined) return null
  const oldestFirst = issues.toSorted((a, b) => a.firstSeen.localeCompare(b.firstSeen))
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={() => setIsAsking(true)}>
        Merge
      </Button>
      {isAsking && (
        <Dialog title={`Merge ${issues.length} issues?`} onClose={() => setIsAsking(false)}>
          <MergeForm
            issues={oldestFirst}
            mainId={oldestFirst[0]?.id ?? ''}
            onCancel={() => setIsAsking(false)}
            onMerged={() => {
              setIsAsking(false)
              onMerged()
            }}
          />
        </Dialog>
      )}
    </>
  )
}
