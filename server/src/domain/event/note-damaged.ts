import type { Event, Json } from './event.ts'
import { asObject, type JsonObject } from './read-json.ts'

/** What is empty in these shapes carries nothing that could be lost. */
const parts = [
  'exception',
  'threads',
  'breadcrumbs',
  'request',
  'user',
  'tags',
  'extra',
  'contexts',
  'fingerprint',
] as const

/** Remarks, under each attribute that the client sent and nothing of which could be understood, what it had said. */
export function noteDamaged(event: Event, raw: JsonObject, refusedTime: Json | undefined): Event {
  const remarks = parts
    .filter((part) => event[part] === undefined && !isEmpty(raw[part]))
    .map((part) => [part, remark('invalid_data', raw[part])] as const)
  const time = refusedTime === undefined ? [] : [['timestamp', remark('invalid_time', refusedTime)] as const]
  const meta = { ...asObject(raw['_meta']), ...Object.fromEntries([...remarks, ...time]) }
  return Object.keys(meta).length > 0 ? { ...event, _meta: meta } : event
}

const longestQuote = 500

function remark(error: string, said: Json | undefined): JsonObject {
  return { '': { err: [error], val: (JSON.stringify(said) ?? '').slice(0, longestQuote) } }
}

function isEmpty(value: Json | undefined): boolean {
  if (value === undefined || value === null || value === '' || value === false) return true
  if (typeof value !== 'object') return false
  const content = Array.isArray(value) ? value : Object.values(value)
  return content.every(isEmpty)
}
