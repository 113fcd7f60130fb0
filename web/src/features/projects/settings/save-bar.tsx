import { Button } from '@mantine/core'
import classes from './settings.module.css'

interface SaveBarProps {
  isChanged: boolean
  isSaving: boolean
  isSaved: boolean
  /** Why it could not be saved. */
  message: string | undefined
  onDiscard: () => void
  /** Where only loading the settings again helps. */
  onReload: (() => void) | undefined
}

/** Always in sight: whether something is to be saved, and what became of it. */
export function SaveBar({ isChanged, isSaving, isSaved, message, onDiscard, onReload }: SaveBarProps) {
  return (
    <div className={classes.bar} data-changed={isChanged}>
      <Button type="submit" size="xs" loading={isSaving}>
        Save settings
      </Button>
      {isChanged && (
        <Button size="xs" variant="default" onClick={onDiscard}>
          Discard changes
        </Button>
      )}
      <p role="status">
        {isSaved && '✓ Saved. It holds from now on.'}
        {isChanged && message === undefined && 'Not saved yet.'}
      </p>
      {message !== undefined && (
        <p role="alert" className={classes.wrong}>
          Not saved. {message}
        </p>
      )}
      {onReload !== undefined && (
        <Button size="xs" variant="default" onClick={onReload}>
          Load again, without my changes
        </Button>
      )}
    </div>
  )
}
