import { Button } from '@mantine/core'
import { useBlocker } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import classes from './leave-guard.module.css'

/** Asks before a page is left on which something is not saved; the browser asks where the tab is closed. */
export function LeaveGuard({ isOn }: { isOn: boolean }) {
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => isOn && current.pathname !== next.pathname,
    enableBeforeUnload: () => isOn,
    withResolver: true,
  })
  const dialog = useRef<HTMLDialogElement>(null)
  const isAsking = blocker.status === 'blocked'
  useEffect(() => {
    if (isAsking) dialog.current?.showModal()
    else dialog.current?.close()
  }, [isAsking])
  return (
    <dialog
      ref={dialog}
      className={classes.dialog}
      aria-labelledby="leave-title"
      onCancel={(event) => {
        event.preventDefault()
        blocker.reset?.()
      }}
    >
      <h2 id="leave-title">Leave without saving?</h2>
      <p>What you changed here would be lost.</p>
      <div className={classes.actions}>
        <Button size="xs" onClick={() => blocker.reset?.()}>
          Stay here
        </Button>
        <Button size="xs" variant="default" onClick={() => blocker.proceed?.()}>
          Leave
        </Button>
      </div>
    </dialog>
  )
}
