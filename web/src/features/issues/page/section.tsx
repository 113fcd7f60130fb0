import type { ReactNode } from 'react'
import classes from './issue-page.module.css'

/** A part of the page that folds; its name is an anchor. */
export function Section({ title, aside, isFolded = false, children }: SectionProps) {
  const id = title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
  return (
    <details className={classes.section} id={id} open={!isFolded}>
      <summary>
        <h2>{title}</h2>
      </summary>
      {aside !== undefined && <div className={classes.aside}>{aside}</div>}
      <div className={classes.body}>{children}</div>
    </details>
  )
}

interface SectionProps {
  title: string
  aside?: ReactNode
  isFolded?: boolean
  children: ReactNode
}
