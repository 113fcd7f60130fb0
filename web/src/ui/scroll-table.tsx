import type { ReactNode } from 'react'
import classes from './scroll-table.module.css'

interface ScrollTableProps {
  label: string
  columns: { name: string; isNumber?: boolean }[]
  /** The rows. */
  children: ReactNode
}

/** A table that is scrolled by itself where it is wider than the page, so the keyboard must reach it. */
export function ScrollTable({ label, columns, children }: ScrollTableProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={classes.scroll} role="region" aria-label={label} tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            {columns.map(({ name, isNumber = false }) => (
              <th key={name} scope="col" data-number={isNumber}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}
