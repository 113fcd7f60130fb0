import { useState } from 'react'
import type { Event } from '../../../lib/api.ts'
import classes from './breadcrumb-list.module.css'
import { BreadcrumbRow } from './breadcrumb-row.tsx'
import type { Breadcrumb } from './describe-breadcrumb.ts'
import { PartNotes } from './notes/own-notes.tsx'
import { metaAt, type Json } from './notes/read-notes.ts'
import { Section } from './section.tsx'

const shownAtFirst = 8

/** What led up to the event, newest first; the event itself is the newest. */
export function BreadcrumbList({ event, title }: { event: Event; title: string }) {
  const [isWhole, setIsWhole] = useState(false)
  const newestFirst = newestFirstOf(event, title)
  const shown = isWhole ? newestFirst : newestFirst.slice(0, shownAtFirst)
  const hidden = newestFirst.length - shown.length
  return (
    <Section title="Breadcrumbs" note={hidden > 0 ? `last ${shown.length} of ${newestFirst.length}` : ''}>
      <PartNotes meta={metaAt(event._meta, 'breadcrumbs')} />
      <PartNotes
        meta={metaAt(event._meta, 'breadcrumbs', 'values')}
        kept={newestFirst.length - 1}
        noun="breadcrumbs"
      />
      {/* Narrow screens scroll it, so the keyboard must reach it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={classes.scroll} tabIndex={0} role="region" aria-label="Breadcrumbs">
        <table className={classes.breadcrumbs}>
          <thead>
            <tr>
              <th>Category</th>
              <th>What happened</th>
              <th>Level</th>
              <th>Before</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ breadcrumb, meta }, index) => (
              // Breadcrumbs have no identity but their place.
              // oxlint-disable-next-line react/no-array-index-key
              <BreadcrumbRow key={index} breadcrumb={breadcrumb} meta={meta} occurredAt={event.timestamp} />
            ))}
          </tbody>
        </table>
      </div>
      {hidden > 0 && (
        <button type="button" className={classes.more} onClick={() => setIsWhole(true)}>
          Show all {newestFirst.length}
        </button>
      )}
    </Section>
  )
}

interface Noted {
  breadcrumb: Breadcrumb
  meta: Json | undefined
}

function newestFirstOf(event: Event, title: string): Noted[] {
  const breadcrumbs = (event.breadcrumbs?.values ?? [])
    .map((breadcrumb, index) => ({
      breadcrumb,
      meta: metaAt(event._meta, 'breadcrumbs', 'values', index),
    }))
    .toSorted((a, b) => (a.breadcrumb.timestamp ?? '').localeCompare(b.breadcrumb.timestamp ?? ''))
    .toReversed()
  const itself = { timestamp: event.timestamp, category: 'exception', level: event.level, message: title }
  return [{ breadcrumb: itself, meta: undefined }, ...breadcrumbs]
}
