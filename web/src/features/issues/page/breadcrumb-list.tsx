import { useState } from 'react'
import { Button } from '@mantine/core'
import type { Event } from '../../../lib/api.ts'
import { formatTime } from '../../../lib/formats.ts'
import classes from './issue-page.module.css'
import { Section } from './section.tsx'

type Breadcrumb = NonNullable<Event['breadcrumbs']>['values'][number]

const shownAtFirst = 8

/** What led up to the event, newest first, with the time before it. */
export function BreadcrumbList({
  breadcrumbs,
  occurredAt,
}: {
  breadcrumbs: Breadcrumb[]
  occurredAt: string
}) {
  const [isWhole, setIsWhole] = useState(false)
  const newestFirst = breadcrumbs.toReversed()
  const shown = isWhole ? newestFirst : newestFirst.slice(0, shownAtFirst)
  return (
    <Section title="Breadcrumbs">
      <div className={classes.scroll}>
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
            {shown.map((breadcrumb, index) => (
              // Breadcrumbs have no identity but their place.
              // oxlint-disable-next-line react/no-array-index-key
              <tr key={index} data-level={breadcrumb.level}>
                <td>{breadcrumb.category ?? breadcrumb.type ?? ''}</td>
                <td>
                  <code>{describe(breadcrumb)}</code>
                </td>
                <td>{breadcrumb.level ?? ''}</td>
                <td>
                  {breadcrumb.timestamp !== undefined && (
                    <Before iso={breadcrumb.timestamp} occurredAt={occurredAt} />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {!isWhole && newestFirst.length > shownAtFirst && (
        <Button size="compact-xs" variant="default" onClick={() => setIsWhole(true)}>
          Show all {newestFirst.length}
        </Button>
      )}
    </Section>
  )
}

function Before({ iso, occurredAt }: { iso: string; occurredAt: string }) {
  const seconds = (Date.parse(occurredAt) - Date.parse(iso)) / 1_000
  return (
    <time dateTime={iso} title={formatTime(iso)}>
      {seconds.toFixed(1)} s
    </time>
  )
}

function describe({ message, data }: Breadcrumb): string {
  const facts = Object.entries(data ?? {}).map(
    ([key, value]) => `${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
  )
  return [message, ...facts].filter(Boolean).join(' ')
}
