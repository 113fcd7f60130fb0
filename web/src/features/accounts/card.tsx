import type { ReactNode } from 'react'
import { usePageTitle } from '../../ui/page-title.ts'
import classes from './card.module.css'

/** The frame of the pages outside: a title, what went wrong, and a form. */
export function Card({
  title,
  error,
  children,
}: {
  title: string
  error?: string | undefined
  children: ReactNode
}) {
  usePageTitle(title)
  return (
    <main className={classes.card}>
      <span className={classes.brand}>
        <img src="/icon.svg" alt="" width={22} height={22} /> Mishap
      </span>
      <h1>{title}</h1>
      {error !== undefined && (
        <p className={classes.wrong} role="alert">
          {error}
        </p>
      )}
      {children}
    </main>
  )
}
