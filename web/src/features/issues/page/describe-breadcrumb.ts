import type { Event } from '../../../lib/api.ts'
import { lostKeys, metaAt, type Json } from './notes/read-notes.ts'

export type Breadcrumb = NonNullable<Event['breadcrumbs']>['values'][number]

/** A part of the line that tells of a breadcrumb: a sign of ours, or a value of the client's with its notes. */
export interface Part {
  before?: string
  value: unknown
  meta?: Json | undefined
}

/** The message, or what the common kinds say with their data, then what is left of the data. */
export function describeBreadcrumb({ message, data = {} }: Breadcrumb, meta: Json | undefined): Part[] {
  const { method, url, status_code: status, from, to, ...rest } = data
  const value = (key: string, before?: string): Part => ({
    ...(before !== undefined && { before }),
    value: data[key],
    meta: metaAt(meta, 'data', key),
  })
  const isRequest = typeof url === 'string'
  const isWay = typeof to === 'string'
  const others = [...Object.keys(rest), ...lostKeys(data, metaAt(meta, 'data'))]
  if (!isRequest) others.push(...present({ method, url, status_code: status }))
  if (!isWay) others.push(...present({ from, to }))
  return [
    { value: message, meta: metaAt(meta, 'message') },
    ...(isRequest
      ? [value('method'), value('url'), ...(status === undefined ? [] : [value('status_code', '→ ')])]
      : []),
    ...(isWay ? [value('from'), value('to', '→ ')] : []),
    ...others.map((key) => value(key, `${key}=`)),
  ].filter((part) => (part.value !== undefined && part.value !== '') || part.meta !== undefined)
}

function present(values: Record<string, unknown>): string[] {
  return Object.keys(values).filter((key) => values[key] !== undefined)
}
