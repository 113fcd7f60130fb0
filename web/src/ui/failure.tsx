import { Button } from '@mantine/core'
import { EmptyState } from './empty-state.tsx'

/** A screen that could not be shown: the reason, and another try. */
export function Failure({ error, onRetry }: { error: Error; onRetry: () => void }) {
  return (
    <EmptyState title="This could not be loaded" role="alert">
      <p>{error.message}</p>
      <Button size="xs" onClick={onRetry}>
        Try again
      </Button>
    </EmptyState>
  )
}
