import { defaultEventBounds } from './event-bounds.ts'
import type { Event, Exception, Json, Thread } from './event.ts'
import { addNotes } from './add-notes.ts'
import type { Note } from './meta.ts'
import { normaliseBreadcrumbs } from './normalise-breadcrumbs.ts'
import { contextsOf, normaliseSdk } from './normalise-contexts.ts'
import { normaliseExceptions } from './normalise-exceptions.ts'
import { normaliseStacktrace } from './normalise-frames.ts'
import { readLevel } from './normalise-level.ts'
import { normaliseMessage } from './normalise-message.ts'
import { normaliseRequest } from './normalise-request.ts'
import { normaliseTags } from './normalise-tags.ts'
import { normaliseThreads } from './normalise-threads.ts'
import { clockDriftMs, normaliseEventTime } from './normalise-time.ts'
import { normaliseUser } from './normalise-user.ts'
import { noteDamaged } from './note-damaged.ts'
import {
  asList,
  asName,
  asObject,
  asPairs,
  asText,
  filled,
  nonEmpty,
  present,
  type JsonObject,
} from './read-json.ts'
import { rememberRecurring } from './recurring.ts'
import { trimEnd, trimName } from './trim-text.ts'

/** What is known of an event from the way it came. */
export interface Arrival {
  /** 32 lower-case hex digits, chosen by the caller. */
  eventId: string
  receivedAtMs: number
  sentAtMs?: number
  clientIp?: string
  /** `sentry_client`, such as `raven-node/2.6.4`. */
  clientName?: string
}

/**
 * Brings an event of any client, old or new, into the one shape that everything later works on. A part that
 * cannot be understood is left out and noted in `_meta`; the event itself is always kept.
 */
export function normaliseEvent(sent: JsonObject, arrival: Arrival, bounds = defaultEventBounds): Event {
  const raw = withPlainNames(sent)
  const driftMs = clockDriftMs(arrival.sentAtMs, arrival.receivedAtMs)
  const time = normaliseEventTime(raw['timestamp'], driftMs, arrival.receivedAtMs, bounds)
  const { exceptions, threads } = withEventStacktrace(raw)
  const { tags, notes } = normaliseTags(raw['tags'], bounds)
  const name = nameReader(raw, notes)
  const event: Event = {
    event_id: arrival.eventId,
    timestamp: new Date(time.atMs).toISOString(),
    received: new Date(arrival.receivedAtMs).toISOString(),
    type: exceptions.some((exception) => exception.type !== undefined) ? 'error' : 'default',
    level: readLevel(raw['level']) ?? 'error',
    platform: name('platform', 64) ?? 'other',
    ...present({
      logger: name('logger', 64),
      transaction: name('transaction', 200, trimEnd),
      culprit: name('culprit', 200, trimEnd),
      server_name: name('server_name', 256),
      release: name('release', 200),
      dist: name('dist', 64),
      environment: name('environment', 64),
      logentry: normaliseMessage(raw),
      exception: values(exceptions),
      threads: values(threads),
      breadcrumbs: values(normaliseBreadcrumbs(raw['breadcrumbs'], driftMs)),
      request: normaliseRequest(raw['request']),
      user: normaliseUser(raw, arrival.clientIp),
      tags: filled(withSite(tags, raw['site'])),
      extra: filled(asObject(raw['extra'])),
      contexts: filled(contextsOf(raw)),
      modules: modulesOf(raw['modules']),
      fingerprint: fingerprintOf(raw['fingerprint']),
      sdk: normaliseSdk(raw['sdk'], arrival.clientName),
      debug_meta: imagesOf(raw['debug_meta']),
    }),
  }
  const meta = addNotes(raw['_meta'], [...time.notes, ...noteDamaged(event, raw), ...notes])
  return { ...event, ...present({ _meta: filled(meta) }) }
}

const legacyPrefix = 'sentry.interfaces.'
const legacyNames = new Map([
  ['Message', 'logentry'],
  ['Http', 'request'],
])

/** Old clients name interfaces after their Python classes. */
function withPlainNames(raw: JsonObject): JsonObject {
  const legacy = Object.keys(raw).filter((key) => key.startsWith(legacyPrefix))
  if (legacy.length === 0) return raw
  const renamed = legacy.map((key): [string, Json] => {
    const name = key.slice(legacyPrefix.length)
    return [legacyNames.get(name) ?? name.toLowerCase(), raw[key] ?? null]
  })
  return { ...Object.fromEntries(renamed), ...raw }
}

/** PHP and old clients put the stack beside the message or a single exception without one. */
function withEventStacktrace(raw: JsonObject): { exceptions: Exception[]; threads: Thread[] } {
  const exceptions = normaliseExceptions(raw['exception'])
  const threads = normaliseThreads(raw['threads'])
  const stacktrace = normaliseStacktrace(raw['stacktrace'])
  const [only] = exceptions
  if (stacktrace === undefined) return { exceptions, threads }
  if (only === undefined)
    return { exceptions, threads: threads.length > 0 ? threads : [{ current: true, stacktrace }] }
  if (exceptions.length > 1 || only.stacktrace !== undefined) return { exceptions, threads }
  return { exceptions: [{ ...only, stacktrace }], threads }
}

function modulesOf(value: Json | undefined): Record<string, string> | undefined {
  return typeof value === 'object' && value !== null ? readModules(value, undefined) : undefined
}

const readModules = rememberRecurring((value: JsonObject | Json[], _always: undefined) =>
  filled(Object.fromEntries(asPairs(value))),
)

/** Items of any type, never cut; an empty list means the default. */
function fingerprintOf(value: Json | undefined): string[] | undefined {
  const items = (asList(value) ?? []).filter((item) => item !== null)
  return nonEmpty(
    items.map((item) => (typeof item === 'string' ? item : (asText(item) ?? JSON.stringify(item)))),
  )
}

function imagesOf(value: Json | undefined): { images: JsonObject[] } | undefined {
  const sent = asList(value) ?? asList(asObject(value)?.['images']) ?? []
  const images = nonEmpty(sent.map(asObject).filter((image) => image !== undefined))
  return images && { images }
}

/** Names are cut before the fingerprint is made, which may contain them. */
function nameReader(raw: JsonObject, notes: Note[]) {
  return (key: string, longest: number, trim = trimName): string | undefined => {
    const name = asName(raw[key]) ?? (key === 'environment' ? tagOf(raw, key) : undefined)
    return name && trim(name, longest, [key], notes)
  }
}

function tagOf(raw: JsonObject, key: string): string | undefined {
  return asName(asPairs(raw['tags']).find(([name]) => name === key)?.[1])
}

/** An attribute of old clients. */
function withSite(tags: Record<string, string>, value: Json | undefined): Record<string, string> {
  const site = asName(value, 200)
  return site === undefined ? tags : { site, ...tags }
}

function values<Item>(list: Item[]): { values: Item[] } | undefined {
  return list.length > 0 ? { values: list } : undefined
}
