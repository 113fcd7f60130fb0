import { Fragment } from 'react'
import { formatTime } from '../../../lib/formats.ts'
import { describeBreadcrumb, type Breadcrumb } from './describe-breadcrumb.ts'
import { FoldedText } from './notes/folded-text.tsx'
import { OwnNotes } from './notes/own-notes.tsx'
import { listNotes, type Json } from './notes/read-notes.ts'
import { NotedValue } from './notes/noted-value.tsx'

interface BreadcrumbRowProps {
  breadcrumb: Breadcrumb
  meta: Json | undefined
  occurredAt: string
}

export function BreadcrumbRow({ breadcrumb, meta, occurredAt }: BreadcrumbRowProps) {
  return (
    <tr data-level={breadcrumb.level}>
      <td>{breadcrumb.category ?? breadcrumb.type ?? ''}</td>
      <td>
        <code>
          {describeBreadcrumb(breadcrumb, meta).map((part, index) => (
            // oxlint-disable-next-line react/no-array-index-key
            <Fragment key={index}>
              {index > 0 && ' '}
              {part.before}
              <Value value={part.value} meta={part.meta} />
            </Fragment>
          ))}
        </code>
        <OwnNotes meta={meta} />
      </td>
      <td>{breadcrumb.level ?? ''}</td>
      <td>
        {breadcrumb.timestamp !== undefined && <Before iso={breadcrumb.timestamp} occurredAt={occurredAt} />}
      </td>
    </tr>
  )
}

const longLine = 1_000

/** On one line, unless notes are to be shown inside. */
function Value({ value, meta }: { value: unknown; meta: Json | undefined }) {
  if (value === undefined || listNotes(meta).length > 0) return <NotedValue value={value} meta={meta} />
  if (typeof value === 'string')
    return value === '[Filtered]' || value.length > longLine ? <FoldedText text={value} meta={meta} /> : value
  return JSON.stringify(value)
}

function Before({ iso, occurredAt }: { iso: string; occurredAt: string }) {
  const tenths = Math.round((Date.parse(iso) - Date.parse(occurredAt)) / 100)
  return (
    <time dateTime={iso} title={formatTime(iso)}>
      {tenths < 0 && '−'}
      {(Math.abs(tenths) / 10).toFixed(1)} s
    </time>
  )
}
