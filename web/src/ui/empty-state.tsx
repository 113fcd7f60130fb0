import type { ReactNode } from 'react'
import classes from './empty-state.module.css'

export function EmptyState({
  title,
  children,
  role,
}: {
  title: string
  children?: ReactNode
  role?: 'alert'
}) {
  return (
    <section className={classes.empty} role={role}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}
