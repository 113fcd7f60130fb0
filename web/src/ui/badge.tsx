import type { ReactNode } from 'react'
import classes from './badge.module.css'

export function Badge({
  tone,
  children,
}: {
  tone: 'accent' | 'info' | 'error' | 'fatal' | 'ok' | 'muted'
  children: ReactNode
}) {
  return (
    <span className={classes.badge} data-tone={tone}>
      {children}
    </span>
  )
}
