import type { Event } from '../../../lib/api.ts'
import type { Entry } from './key-values.tsx'
import { metaAt, notesOf } from './notes/read-notes.ts'

const attributes = {
  id: 'event_id',
  occurred: 'timestamp',
  received: 'received',
  level: 'level',
  platform: 'platform',
  release: 'release',
  dist: 'dist',
  environment: 'environment',
  transaction: 'transaction',
  logger: 'logger',
  server: 'server_name',
} as const

/** When, where and by what the event was made. */
export function aboutEvent(event: Event): Entry[] {
  const entries: Entry[] = Object.entries(attributes).map(([key, name]) => ({
    key,
    value: event[name],
    meta: metaAt(event._meta, name),
  }))
  if (event.sdk !== undefined)
    entries.push({ key: 'SDK', value: `${event.sdk.name} ${event.sdk.version}`, meta: undefined })
  return entries.filter(({ value, meta }) => value !== undefined || notesOf(meta) !== undefined)
}
