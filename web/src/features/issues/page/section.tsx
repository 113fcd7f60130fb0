import type { ReactNode } from 'react'
import { useStored } from '../../../lib/use-stored.ts'
import classes from './section.module.css'

interface SectionProps {
  title: string
  /** Muted, beside the title. */
  note?: string
  aside?: ReactNode
  isFolded?: boolean
  children: ReactNode
}

/** A part of the page that folds, and stays as it was left; its name is an anchor. */
export function Section({ title, note, aside, isFolded = false, children }: SectionProps) {
  const id = sectionId(title)
  const [fold, setFold] = useStored(`fold-${id}`, isFolded ? 'folded' : 'open')
  return (
    <details
      className={classes.section}
      id={id}
      open={fold === 'open'}
      onToggle={(event) => {
        // Those of the parts inside arrive here, too.
        if (event.target === event.currentTarget) setFold(event.currentTarget.open ? 'open' : 'folded')
      }}
    >
      <summary>
        <h2>{title}</h2>
        {note !== undefined && <span className={classes.note}>{note}</span>}
      </summary>
      {aside !== undefined && <div className={classes.aside}>{aside}</div>}
      <div className={classes.body}>{children}</div>
    </details>
  )
}

function sectionId(title: string): string {
  return title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
}
