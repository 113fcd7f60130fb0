import { reportOf } from './describe-report.ts'
import type { Breadcrumb, Event, LogEntry } from './event.ts'
import { addNotes, type Note } from './meta.ts'
import { asList, asObject, asText } from './read-json.ts'
import { trimExceptions, trimThreads } from './trim-exceptions.ts'
import { trimJson } from './trim-json.ts'
import { trimList } from './trim-list.ts'
import { trimRequest } from './trim-request.ts'
import { trimText } from './trim-text.ts'

const longestMessage = 8_192
/** The newest led to the error. */
const breadcrumbs = { most: 100, atHead: 0 }
const images = { most: 100, atHead: 100 }
const fingerprint = { most: 100, atHead: 100 }
const extraChars = 256 * 1024
const bagChars = 64 * 1024
const dataChars = 4 * 1024
/** A note on a variable lies this much deeper than the variable. */
const metaDepth = 20

/** Cuts an event to the limits of what is stored. Heads and tails stay, middles go; `_meta` says what went. */
export function trimEvent(event: Event): Event {
  const notes: Note[] = []
  const { logentry, exception, threads, request, user } = event
  const trimmed: Event = {
    ...event,
    ...(logentry && { logentry: trimMessage(logentry, notes) }),
    ...(exception && { exception: { values: trimExceptions(exception.values, notes) } }),
    ...(threads && { threads: { values: trimThreads(threads.values, exception?.values, notes) } }),
    ...(request && { request: trimRequest(request, notes) }),
    ...(user?.data && {
      user: { ...user, data: trimJson(user.data, { chars: bagChars }, ['user', 'data'], notes) },
    }),
    ...trimLists(event, notes),
    ...trimBags(event, notes),
    ...trimReport(event, notes),
  }
  const meta = addNotes(event._meta, notes)
  if (meta === undefined) return trimmed
  return { ...trimmed, _meta: trimJson(meta, { chars: bagChars, depth: metaDepth }, [], []) }
}

function trimMessage({ message, params, formatted }: LogEntry, notes: Note[]): LogEntry {
  const bag = params && trimJson({ params }, { chars: dataChars, depth: 11 }, ['logentry'], notes)['params']
  const kept = asList(bag) ?? asObject(bag)
  return {
    ...(message !== undefined && {
      message: trimText(message, longestMessage, ['logentry', 'message'], notes),
    }),
    ...(kept && { params: kept }),
    formatted: trimText(formatted, longestMessage, ['logentry', 'formatted'], notes),
  }
}

function trimLists(event: Event, notes: Note[]): Partial<Event> {
  const { breadcrumbs: crumbs, debug_meta: debug, fingerprint: parts } = event
  return {
    ...(crumbs && { breadcrumbs: { values: trimBreadcrumbs(crumbs.values, notes) } }),
    ...(debug && { debug_meta: { images: trimList(debug.images, images, ['debug_meta', 'images'], notes) } }),
    ...(parts && {
      fingerprint: trimList(parts, fingerprint, ['fingerprint'], notes).map((part, index) =>
        trimText(part, longestMessage, ['fingerprint', String(index)], notes),
      ),
    }),
  }
}

function trimBreadcrumbs(list: Breadcrumb[], notes: Note[]): Breadcrumb[] {
  const path = ['breadcrumbs', 'values']
  return trimList(list, breadcrumbs, path, notes).map((crumb, index) => {
    const { data } = crumb
    if (data === undefined) return crumb
    const at = [...path, String(index), 'data']
    return { ...crumb, data: trimJson(data, { chars: dataChars }, at, notes) }
  })
}

function trimBags({ extra, contexts, modules }: Event, notes: Note[]): Partial<Event> {
  return {
    ...(extra && { extra: trimJson(extra, { chars: extraChars }, ['extra'], notes) }),
    ...(contexts && { contexts: trimContexts(contexts, notes) }),
    ...(modules && { modules: trimModules(modules, notes) }),
  }
}

function trimReport(event: Event, notes: Note[]): Partial<Event> {
  const report = reportOf(event)
  if (report === undefined) return {}
  const { kind, values } = report
  return { [kind]: trimJson(values, { chars: bagChars }, [kind], notes) }
}

function trimContexts(
  contexts: NonNullable<Event['contexts']>,
  notes: Note[],
): NonNullable<Event['contexts']> {
  const kept = trimJson(contexts, { chars: bagChars }, ['contexts'], notes)
  return Object.fromEntries(Object.entries(kept).map(([name, context]) => [name, asObject(context) ?? {}]))
}

function trimModules(modules: Record<string, string>, notes: Note[]): Record<string, string> {
  const kept = trimJson(modules, { chars: bagChars }, ['modules'], notes)
  return Object.fromEntries(Object.entries(kept).map(([name, version]) => [name, asText(version) ?? '']))
}
