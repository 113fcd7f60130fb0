import type { Regrouping } from '../../lib/api.ts'
import { useUndoRegrouping } from '../../lib/grouping-queries.ts'
import { useToast } from '../../ui/toasts.tsx'

/** Says what was regrouped, and offers to put it back in one step; a refusal to do so is said, too. */
export function useRegroupingToast(slug: string): (text: string, regrouping: Regrouping) => void {
  const { mutateAsync } = useUndoRegrouping(slug)
  const toast = useToast()
  const undo = async (number: number): Promise<void> => {
    try {
      await mutateAsync(number)
      toast({ text: 'Undone: all is as it was before' })
    } catch (error) {
      toast({ text: `Not put back: ${error instanceof Error ? error.message : String(error)}` })
    }
  }
  return (text, { number }) => toast({ text, undo: () => void undo(number) })
}
