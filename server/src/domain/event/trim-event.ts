import { addNotes } from './add-notes.ts'
import { reportOf } from './describe-report.ts'
import { defaultEventBounds } from './event-bounds.ts'
import type { Breadcrumb, Event, LogEntry } from './event.ts'
import { asList, asObject } from './read-json.ts'
import { bagOf, trimContexts, trimExtra, trimModules, trimSdk } from './trim-bags.ts'
import { trimExceptions, trimThreads } from './trim-exceptions.ts'
import { areShort, trimFields } from './trim-fields.ts'
import { trimJson } from './trim-json.ts'
import { trimList } from './trim-list.ts'
import { trimRequest } from './trim-request.ts'
import type { Trimming } from './trim-stack.ts'
import { trimEnd, trimText } from './trim-text.ts'
import { trimUser } from './trim-user.ts'

const images = { most: 100, atHead: 100 }
const fingerprint = { most: 100, atHead: 100 }
const metaChars = 128 * 1024
const dataChars = 4 * 1024
/** A note on a variable lies this much deeper than the variable. */
const metaLevels = 10

/** Cuts an event to the limits of what is stored. Heads and tails stay, middles go; `_meta` says what went. */
export function trimEvent(event: Event, bounds = defaultEventBounds): Event {
  const trimming: Trimming = { bounds, notes: [] }
  const { notes } = trimming
  const { logentry, exception, threads, request, user, sdk } = event
  const trimmed: Event = {
    ...event,
    ...(logentry && { logentry: trimMessage(logentry, trimming) }),
    ...(exception && { exception: { values: trimExceptions(exception.values, trimming) } }),
    ...(threads && { threads: { values: trimThreads(threads.values, exception?.values, trimming) } }),
    ...(request && { request: trimRequest(request, bounds, notes) }),
    ...(user && { user: trimUser(user, bounds, notes) }),
    ...(sdk && { sdk: trimSdk(sdk, notes) }),
    ...trimLists(event, trimming),
    ...trimBags(event, trimming),
  }
  const meta = addNotes(event._meta, notes)
  if (meta === undefined) return trimmed
  const depth = bounds.depthStored + metaLevels
  return { ...trimmed, _meta: trimJson(meta, { chars: metaChars, depth }, [], []) }
}

function trimMessage({ message, params, formatted }: LogEntry, { bounds, notes }: Trimming): LogEntry {
  const { messageChars, depthStored, valueChars: value } = bounds
  const bag =
    params &&
    trimJson({ params }, { chars: dataChars, depth: depthStored + 1, value }, ['logentry'], notes)['params']
  const kept = asList(bag) ?? asObject(bag)
  return {
    ...(message !== undefined && {
      message: trimText(message, messageChars, ['logentry', 'message'], notes),
    }),
    ...(kept && { params: kept }),
    formatted: trimText(formatted, messageChars, ['logentry', 'formatted'], notes),
  }
}

function trimLists(event: Event, trimming: Trimming): Partial<Event> {
  const { breadcrumbs: crumbs, debug_meta: debug, fingerprint: parts } = event
  const { bounds, notes } = trimming
  return {
    ...(crumbs && { breadcrumbs: { values: trimBreadcrumbs(crumbs.values, trimming) } }),
    ...(debug && { debug_meta: { images: trimList(debug.images, images, ['debug_meta', 'images'], notes) } }),
    ...(parts && {
      fingerprint: trimList(parts, fingerprint, ['fingerprint'], notes).map((part, index) =>
        trimText(part, bounds.messageChars, ['fingerprint', String(index)], notes),
      ),
    }),
  }
}

/** The newest led to the error. */
function trimBreadcrumbs(list: Breadcrumb[], { bounds, notes }: Trimming): Breadcrumb[] {
  const path = ['breadcrumbs', 'values']
  const { messageChars, depthStored: depth, valueChars: value } = bounds
  const fields = [
    ['type', 128, trimEnd],
    ['category', 128, trimEnd],
    ['message', messageChars, trimText],
  ] as const
  return trimList(list, { most: bounds.breadcrumbs, atHead: 0 }, path, notes).map((crumb, index) => {
    const { data } = crumb
    if (data === undefined && areShort(crumb, fields)) return crumb
    const at = [...path, String(index)]
    const trimmed = trimFields(crumb, fields, at, notes)
    if (data === undefined) return trimmed
    return { ...trimmed, data: trimJson(data, { chars: dataChars, depth, value }, [...at, 'data'], notes) }
  })
}

function trimBags(event: Event, { bounds, notes }: Trimming): Partial<Event> {
  const { extra, contexts, modules } = event
  const report = reportOf(event)
  const bag = bagOf(bounds)
  return {
    ...(extra && { extra: trimExtra(extra, bounds, notes) }),
    ...(contexts && { contexts: trimContexts(contexts, bag, notes) }),
    ...(modules && { modules: trimModules(modules, bounds, notes) }),
    ...(report && { [report.kind]: trimJson(report.values, bag, [report.kind], notes) }),
  }
}
