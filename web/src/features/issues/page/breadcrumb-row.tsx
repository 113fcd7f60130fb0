import type { Event } from '../../../lib/api.ts'
import { formatTime } from '../../../lib/formats.ts'

export type Breadcrumb = NonNullable<Event['breadcrumbs']>['values'][number]

export function BreadcrumbRow({ breadcrumb, occurredAt }: { breadcrumb: Breadcrumb; occurredAt: string }) {
  return (
    <tr data-level={breadcrumb.level}>
      <td>{breadcrumb.category ?? breadcrumb.type ?? ''}</td>
      <td>
        <code>{describe(breadcrumb)}</code>
      </td>
      <td>{breadcrumb.level ?? ''}</td>
      <td>
        {breadcrumb.timestamp !== undefined && <Before iso={breadcrumb.timestamp} occurredAt={occurredAt} />}
      </td>
    </tr>
  )
}

function Before({ iso, occurredAt }: { iso: string; occurredAt: string }) {
  const seconds = (Date.parse(iso) - Date.parse(occurredAt)) / 1_000
  return (
    <time dateTime={iso} title={formatTime(iso)}>
      {seconds.toFixed(1).replace('-', '−')} s
    </time>
  )
}

/** The message, or what the common kinds say with their data, then what is left of the data. */
function describe({ message, data = {} }: Breadcrumb): string {
  const { method, url, status_code: status, from, to, ...rest } = data
  const request = typeof url === 'string' ? [method, url, status !== undefined && `→ ${text(status)}`] : []
  const way = typeof to === 'string' ? [from, '→', to] : []
  const facts = Object.entries(rest).map(([key, value]) => `${key}=${text(value)}`)
  return [message, ...request, ...way, ...facts].filter(Boolean).map(text).join(' ')
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
