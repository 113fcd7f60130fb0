import { Kbd } from '@mantine/core'
import { createContext, useCallback, useContext, useRef, useState, type ReactNode } from 'react'
import { useKey } from './use-key.ts'
import classes from './toasts.module.css'

interface Toast {
  text: string
  undo?: () => void
}

const showForMs = 6_000
const ToastContext = createContext<(toast: Toast) => void>(() => {})

/** Says what was just done, with a way back. Screen readers hear it. */
export function useToast(): (toast: Toast) => void {
  return useContext(ToastContext)
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const [toast, setToast] = useState<Toast>()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const show = useCallback((next: Toast) => {
    clearTimeout(timer.current)
    setToast(next)
    timer.current = setTimeout(() => setToast(undefined), showForMs)
  }, [])
  const undo = (): void => {
    setToast(undefined)
    toast?.undo?.()
  }
  useKey('mod+z', undo, toast?.undo !== undefined)
  return (
    <ToastContext value={show}>
      {children}
      <div className={classes.place} role="status" aria-live="polite">
        {toast && (
          <div className={classes.toast}>
            <span>{toast.text}</span>
            {toast.undo && (
              <button type="button" onClick={undo}>
                Undo <Kbd aria-hidden>Ctrl Z</Kbd>
              </button>
            )}
          </div>
        )}
      </div>
    </ToastContext>
  )
}
