import type { Event, Exception, Frame, Json, Stacktrace } from './event.ts'
import { trimJson } from './trim-json.ts'

const longestMessage = 8_192
const mostExceptions = 50
const mostFrames = 250
const mostBreadcrumbs = 100
const longestLine = 512
const extraChars = 256 * 1024
const bagChars = 64 * 1024
const varsChars = 4 * 1024

/** Cuts an event to the limits of what is stored. Heads and tails stay, middles go; `_meta` says what went. */
export function trimEvent(event: Event): Event {
  const trimmed: Event = { ...event }
  const cuts: [string, { '': { len: number } }][] = []
  const cut = (attribute: string, length: number, most: number): void => {
    if (length > most) cuts.push([attribute, { '': { len: length } }])
  }
  if (event.logentry !== undefined) {
    cut('logentry', event.logentry.formatted.length, longestMessage)
    trimmed.logentry = { ...event.logentry, formatted: trimText(event.logentry.formatted, longestMessage) }
  }
  if (event.exception !== undefined) {
    cut('exception', event.exception.values.length, mostExceptions)
    trimmed.exception = { values: lastOf(event.exception.values, mostExceptions).map(trimException) }
  }
  if (event.breadcrumbs !== undefined) {
    cut('breadcrumbs', event.breadcrumbs.values.length, mostBreadcrumbs)
    trimmed.breadcrumbs = {
      values: lastOf(event.breadcrumbs.values, mostBreadcrumbs).map((crumb) => bag(crumb, varsChars)),
    }
  }
  if (event.threads !== undefined) {
    trimmed.threads = { values: event.threads.values.slice(0, mostExceptions).map(trimThreadStack) }
  }
  return { ...withTrimmedBags(trimmed, event), ...notes(event._meta, cuts) }
}

function withTrimmedBags(trimmed: Event, event: Event): Event {
  return {
    ...trimmed,
    ...(event.extra && { extra: bag(event.extra, extraChars) }),
    ...(event.contexts && { contexts: bag(event.contexts, bagChars) }),
    ...(event.request && { request: bag(event.request, bagChars) }),
    ...(event.user && { user: bag(event.user, bagChars) }),
    ...(event.modules && { modules: bag(event.modules, bagChars) }),
    ...(event.debug_meta && { debug_meta: { images: event.debug_meta.images.slice(0, mostBreadcrumbs) } }),
  }
}

function notes(meta: Json | undefined, cuts: [string, Json][]): { _meta?: Json } {
  if (cuts.length === 0) return {}
  return {
    _meta: { ...(typeof meta === 'object' && !Array.isArray(meta) ? meta : {}), ...Object.fromEntries(cuts) },
  }
}

function trimException(exception: Exception): Exception {
  return {
    ...exception,
    ...(exception.value !== undefined && { value: trimText(exception.value, longestMessage) }),
    ...(exception.stacktrace && { stacktrace: trimStack(exception.stacktrace) }),
  }
}

function trimThreadStack<Shape extends { stacktrace?: Stacktrace }>(thread: Shape): Shape {
  return thread.stacktrace === undefined ? thread : { ...thread, stacktrace: trimStack(thread.stacktrace) }
}

/** The ends of a stack say where it began and where it broke. */
function trimStack({ frames }: Stacktrace): Stacktrace {
  const kept =
    frames.length <= mostFrames
      ? frames
      : [...frames.slice(0, 50), ...frames.slice(frames.length - (mostFrames - 50))]
  return { frames: kept.map(trimFrame) }
}

function trimFrame(frame: Frame): Frame {
  return {
    ...frame,
    ...(frame.context_line !== undefined && { context_line: trimText(frame.context_line, longestLine) }),
    ...(frame.pre_context && {
      pre_context: frame.pre_context.slice(-10).map((line) => trimText(line, longestLine)),
    }),
    ...(frame.post_context && {
      post_context: frame.post_context.slice(0, 10).map((line) => trimText(line, longestLine)),
    }),
    ...(frame.vars && { vars: bag(frame.vars, varsChars) }),
  }
}

function lastOf<Item>(list: Item[], most: number): Item[] {
  return list.length > most ? list.slice(list.length - most) : list
}

function trimText(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 3)}...` : text
}

function bag<Shape extends object>(shape: Shape, chars: number): Shape {
  return trimJson(shape, chars)
}
