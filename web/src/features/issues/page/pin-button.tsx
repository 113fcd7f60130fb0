import { Button } from '@mantine/core'
import type { EventSummary } from '../../../lib/api.ts'
import { usePinEvent } from '../../../lib/event-queries.ts'
import { ActionError } from '../../../ui/action-error.tsx'
import { useKey } from '../../../ui/use-key.ts'

/** Keeps an event whole, whatever its age, or gives it free again. */
export function PinButton({ issueId, summary }: { issueId: string; summary: EventSummary }) {
  const { mutate, isPending, error } = usePinEvent(issueId, summary.eventId)
  const isPinned = summary.payloadReason === 'pinned'
  // A button that is disabled meanwhile would lose the focus.
  const turn = (): void => {
    if (!isPending) mutate(!isPinned)
  }
  useKey('shift+p', turn)
  return (
    <>
      <Button
        size="compact-sm"
        fz="xs"
        variant="default"
        title={isPinned ? undefined : 'A pinned event is kept whole, whatever its age.'}
        onClick={turn}
      >
        {isPinned ? 'Unpin' : 'Pin'}
      </Button>
      <ActionError what={isPinned ? 'Not unpinned.' : 'Not pinned.'} error={error} onRetry={turn} />
    </>
  )
}
