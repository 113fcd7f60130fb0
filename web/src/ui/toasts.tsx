import { createContext, useCallback, useContext, useMemo, useRef, useState, type ReactNode } from 'react'
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
  const undo = useMemo(() => toast?.undo, [toast])
  return (
    <ToastContext value={show}>
      {children}
      <div className={classes.place} role="status" aria-live="polite">
        {toast && (
          <div className={classes.toast}>
            <span>{toast.text}</span>
            {undo && (
              <button
                type="button"
                onClick={() => {
                  setToast(undefined)
                  undo()
                }}
              >
                Undo
              </button>
            )}
          </div>
        )}
      </div>
    </ToastContext>
  )
}
