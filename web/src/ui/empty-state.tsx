import type { ReactNode } from 'react'
import classes from './empty-state.module.css'

export function EmptyState({
  title,
  children,
  role,
  isWholePage = false,
}: {
  title: string
  children?: ReactNode
  role?: 'alert'
  /** Nothing else is there that names the page. */
  isWholePage?: boolean
}) {
  const Heading = isWholePage ? 'h1' : 'h2'
  return (
    <section className={classes.empty} role={role}>
      <Heading>{title}</Heading>
      {children}
    </section>
  )
}
