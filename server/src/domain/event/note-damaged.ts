import type { Breadcrumb, Event, Exception, Json, Stacktrace, Thread } from './event.ts'
import { invalid, type Note } from './meta.ts'
import { readLevel } from './normalise-level.ts'
import { asList, asObject, asText, listOf, type JsonObject } from './read-json.ts'
import { rememberRecurring } from './recurring.ts'

const names = ['logger', 'transaction', 'culprit', 'server_name', 'release', 'dist', 'environment'] as const

const attributes = [
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
  notes.push(...names.flatMap((name) => lostText(event[name], raw[name], [name])))
  notes.push(...lost(readLevel(raw['level']), raw['level'], ['level']))
  notes.push(...lost(asText(raw['platform']), raw['platform'], ['platform']))
  notes.push(...lost(event.logentry, raw['logentry'], ['logentry']))
  notes.push(...lost(event.logentry, raw['message'], ['logentry']))
  if (event.exception !== undefined)
    notes.push(...damagedExceptions(event.exception.values, raw['exception']))
  notes.push(...damagedParts(raw))
  if (event.threads !== undefined) notes.push(...damagedThreads(event.threads.values, raw['threads']))
  if (event.breadcrumbs !== undefined)
    notes.push(...damagedBreadcrumbs(event.breadcrumbs.values, raw['breadcrumbs']))
  if (event.request !== undefined) notes.push(...damagedRequest(event.request, asObject(raw['request'])))
  if (event.user !== undefined) notes.push(...damagedUser(event.user, asObject(raw['user'])))
  return notes
}

function lost(kept: unknown, said: Json | undefined, path: string[]): Note[] {
  if (kept !== undefined || said === undefined || isEmpty(said)) return []
  return [invalid(path, said)]
}

/** An object in the place of a name is wrong even when it is empty. */
function lostText(kept: string | undefined, said: Json | undefined, path: string[]): Note[] {
  return kept === undefined && typeof said === 'object' && said !== null ? [invalid(path, said)] : []
}

function damagedParts(raw: JsonObject): Note[] {
  const { sdk, stacktrace, debug_meta: debug } = raw
  const images = asList(debug) ?? asList(asObject(debug)?.['images']) ?? []
  const damaged = images.find((image) => asObject(image) === undefined)
  return [
    ...lost(asText(asObject(sdk)?.['name']), sdk, ['sdk']),
    ...lost(asObject(stacktrace) ?? asList(stacktrace), stacktrace, ['stacktrace']),
    ...(damaged === undefined ? [] : [invalid(['debug_meta', 'images'], damaged)]),
  ]
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
      ...damagedFrames(exception.stacktrace, entry?.['stacktrace'], [...path, 'stacktrace', 'frames']),
      ...lost(exception.mechanism, entry?.['mechanism'], [...path, 'mechanism']),
    ]
  })
}

/** A line or column that is none. */
function damagedFrames(kept: Stacktrace | undefined, said: Json | undefined, path: string[]): Note[] {
  const sent = asList(said) ?? asList(asObject(said)?.['frames']) ?? []
  if (kept?.frames.length !== sent.length || areWhole(kept, sent)) return []
  const notes: Note[] = []
  for (const [index, { lineno, colno }] of kept.frames.entries()) {
    const frame = asObject(sent[index])
    notes.push(...lost(lineno, frame?.['lineno'], [...path, String(index), 'lineno']))
    notes.push(...lost(colno, frame?.['colno'], [...path, String(index), 'colno']))
  }
  return notes
}

/** Spares the paths of notes to stacks that are fine, which is nearly all. */
const areWhole = rememberRecurring(({ frames }: Stacktrace, sent: Json[]): boolean =>
  frames.every(({ lineno, colno }, index) => {
    if (lineno !== undefined && colno !== undefined) return true
    const frame = asObject(sent[index])
    return !mayBeLost(lineno, frame?.['lineno']) && !mayBeLost(colno, frame?.['colno'])
  }),
)

/** Spares the path of a note to what is fine, which is nearly everything. */
function mayBeLost(kept: unknown, said: Json | undefined): boolean {
  return kept === undefined && said !== undefined && said !== null
}

function damagedThreads(kept: Thread[], said: Json | undefined): Note[] {
  const sent = listOf(said)
  if (sent.length !== kept.length) return damagedList('threads', kept, said)
  return kept.flatMap(({ stacktrace }, index) => {
    const path = ['threads', 'values', String(index), 'stacktrace']
    const stack = asObject(sent[index])?.['stacktrace']
    return [...lost(stacktrace, stack, path), ...damagedFrames(stacktrace, stack, [...path, 'frames'])]
  })
}

function damagedBreadcrumbs(kept: Breadcrumb[], said: Json | undefined): Note[] {
  const sent = listOf(said)
  if (sent.length !== kept.length) return damagedList('breadcrumbs', kept, said)
  const notes: Note[] = []
  for (const [index, crumb] of kept.entries()) {
    const entry = asObject(sent[index])
    for (const part of crumbParts)
      if (mayBeLost(crumb[part], entry?.[part]))
        notes.push(...lost(crumb[part], entry?.[part], ['breadcrumbs', 'values', String(index), part]))
  }
  return notes
}

const crumbParts = ['timestamp', 'level', 'message', 'data'] as const
const requestParts = ['method', 'query_string', 'headers', 'cookies', 'env'] as const

function damagedRequest(kept: NonNullable<Event['request']>, said: JsonObject | undefined): Note[] {
  return requestParts.flatMap((part) => lost(kept[part], said?.[part], ['request', part]))
}

const userParts = ['id', 'email', 'username', 'name', 'ip_address', 'geo'] as const

function damagedUser(kept: NonNullable<Event['user']>, said: JsonObject | undefined): Note[] {
  const data = said?.['data']
  return [
    ...userParts.flatMap((part) => lost(kept[part], said?.[part], ['user', part])),
    ...lost(asObject(data), data, ['user', 'data']),
  ]
}

/** What is empty in these shapes carries nothing that could be lost; "{{auto}}" asks, and tells nothing. */
function isEmpty(value: Json): boolean {
  if (value === null || value === false || value === '{{auto}}') return true
  if (typeof value === 'string') return value.trim() === ''
  if (typeof value !== 'object') return false
  return Object.values(value).every(isEmpty)
}
