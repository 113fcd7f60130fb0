import classes from './action-error.module.css'

interface ActionErrorProps {
  /** What was not done, such as "Not merged." */
  what: string
  error: Error | null
  onRetry: () => void
}

/** Why something that was asked for here could not be done, and another try. */
export function ActionError({ what, error, onRetry }: ActionErrorProps) {
  if (error === null) return null
  return (
    <p role="alert" className={classes.error}>
      {what} {error.message}{' '}
      <button type="button" onClick={onRetry}>
        Try again
      </button>
    </p>
  )
}
