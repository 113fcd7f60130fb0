import type { Event, Exception, Json } from './event.ts'
import { invalid, type Note } from './meta.ts'
import { readLevel } from './normalise-level.ts'
import { asObject, asText, listOf, type JsonObject } from './read-json.ts'

const attributes = [
  'logger',
  'transaction',
  'culprit',
  'server_name',
  'release',
  'dist',
  'environment',
  'exception',
  'threads',
  'breadcrumbs',
  'request',
  'user',
  'tags',
  'extra',
  'contexts',
  'modules',
  'fingerprint',
  'debug_meta',
] as const

/** Notes, for each part that the client sent and nothing of which could be understood, what it had said. */
export function noteDamaged(event: Event, raw: JsonObject): Note[] {
  const notes = attributes.flatMap((name) => lost(event[name], raw[name], [name]))
  notes.push(...lost(readLevel(raw['level']), raw['level'], ['level']))
  notes.push(...lost(asText(raw['platform']), raw['platform'], ['platform']))
  notes.push(...lost(event.logentry, raw['logentry'], ['logentry']))
  notes.push(...lost(event.logentry, raw['message'], ['logentry']))
  if (event.exception !== undefined)
    notes.push(...damagedExceptions(event.exception.values, raw['exception']))
  if (event.threads !== undefined) notes.push(...damagedList('threads', event.threads.values, raw['threads']))
  if (event.breadcrumbs !== undefined)
    notes.push(...damagedList('breadcrumbs', event.breadcrumbs.values, raw['breadcrumbs']))
  if (event.request !== undefined) notes.push(...damagedRequest(event.request, asObject(raw['request'])))
  if (event.user !== undefined) notes.push(...damagedUser(event.user, asObject(raw['user'])))
  return notes
}

function lost(kept: unknown, said: Json | undefined, path: string[]): Note[] {
  if (kept !== undefined || said === undefined || isEmpty(said)) return []
  return [invalid(path, said)]
}

/** The first of the entries that said something and could not be kept. */
function damagedList(name: string, kept: unknown[], said: Json | undefined): Note[] {
  const sent = listOf(said)
  if (kept.length >= sent.length) return []
  const damaged = sent.find((item) => !isEmpty(item) && asObject(item) === undefined)
  return damaged === undefined ? [] : [invalid([name, 'values'], damaged)]
}

/** With each entry in its place, its parts can be compared too. */
function damagedExceptions(kept: Exception[], said: Json | undefined): Note[] {
  const sent = listOf(said)
  if (sent.length !== kept.length) return damagedList('exception', kept, said)
  return kept.flatMap((exception, index) => {
    const entry = asObject(sent[index])
    const path = ['exception', 'values', String(index)]
    return [
      ...lost(exception.stacktrace, entry?.['stacktrace'], [...path, 'stacktrace']),
      ...lost(exception.mechanism, entry?.['mechanism'], [...path, 'mechanism']),
    ]
  })
}

const requestParts = ['method', 'query_string', 'headers', 'cookies', 'env'] as const

function damagedRequest(kept: NonNullable<Event['request']>, said: JsonObject | undefined): Note[] {
  return requestParts.flatMap((part) => lost(kept[part], said?.[part], ['request', part]))
}

const userParts = ['id', 'email', 'username', 'name', 'ip_address', 'geo'] as const

function damagedUser(kept: NonNullable<Event['user']>, said: JsonObject | undefined): Note[] {
  return userParts.flatMap((part) => lost(kept[part], said?.[part], ['user', part]))
}

/** What is empty in these shapes carries nothing that could be lost; "{{auto}}" asks, and tells nothing. */
function isEmpty(value: Json): boolean {
  if (value === null || value === false || value === '{{auto}}') return true
  if (typeof value === 'string') return value.trim() === ''
  if (typeof value !== 'object') return false
  return Object.values(value).every(isEmpty)
}
