import type { Exception, Mechanism, Thread } from './event.ts'
import { trimFields } from './trim-fields.ts'
import { trimJson } from './trim-json.ts'
import { pickItems, trimList } from './trim-list.ts'
import { trimStack, type Trimming } from './trim-stack.ts'
import { trimEnd, trimName, trimText } from './trim-text.ts'

const mostThreads = 50
const mechanismChars = 4 * 1024

const exceptionFields = [
  ['type', 256, trimEnd],
  ['module', 256, trimEnd],
  ['thread_id', 128, trimName],
] as const

/** The oldest cause is first, and what was captured last. */
export function trimExceptions(exceptions: Exception[], trimming: Trimming): Exception[] {
  const path = ['exception', 'values']
  const most = trimming.bounds.exceptions
  return trimList(exceptions, { most, atHead: Math.floor(most / 5) }, path, trimming.notes).map(
    (exception, index) => trimException(exception, [...path, String(index)], trimming),
  )
}

function trimException(exception: Exception, path: string[], trimming: Trimming): Exception {
  const { value, stacktrace, mechanism } = exception
  const { notes, bounds } = trimming
  return {
    ...trimFields(exception, exceptionFields, path, notes),
    ...(value !== undefined && { value: trimText(value, bounds.messageChars, [...path, 'value'], notes) }),
    ...(stacktrace && { stacktrace: trimStack(stacktrace, [...path, 'stacktrace'], trimming) }),
    ...(mechanism && { mechanism: trimMechanism(mechanism, [...path, 'mechanism'], trimming) }),
  }
}

/** Also where it was sent once for all exceptions: each of them is stored with a copy. */
function trimMechanism(mechanism: Mechanism, path: string[], { notes, bounds }: Trimming): Mechanism {
  const { data, meta } = mechanism
  const bag = { chars: mechanismChars, depth: bounds.depthStored, value: bounds.valueChars }
  return {
    ...trimFields(mechanism, mechanismFields, path, notes),
    ...(data && { data: trimJson(data, bag, [...path, 'data'], notes) }),
    ...(meta && { meta: trimJson(meta, bag, [...path, 'meta'], notes) }),
  }
}

const mechanismFields = [
  ['type', 128, trimEnd],
  ['description', 2_048, trimText],
  ['help_link', 2_048, trimText],
  ['source', 200, trimEnd],
] as const

const threadFields = [
  ['id', 128, trimName],
  ['name', 256, trimEnd],
  ['state', 128, trimEnd],
] as const

/** A dump of many threads keeps those that failed, wherever they stand in it. */
export function trimThreads(threads: Thread[], exceptions: Exception[] = [], trimming: Trimming): Thread[] {
  const path = ['threads', 'values']
  const { notes } = trimming
  const kept =
    threads.length <= mostThreads
      ? threads
      : pickItems(threads, failedFirst(threads, exceptions).slice(0, mostThreads), path, notes)
  return kept.map((thread, index) => {
    const at = [...path, String(index)]
    const { stacktrace } = thread
    return {
      ...trimFields(thread, threadFields, at, notes),
      ...(stacktrace && { stacktrace: trimStack(stacktrace, [...at, 'stacktrace'], trimming) }),
    }
  })
}

function failedFirst(threads: Thread[], exceptions: Exception[]): number[] {
  const named = new Set(exceptions.flatMap(({ thread_id }) => thread_id ?? []))
  const hasFailed = ({ id, crashed, current }: Thread): boolean =>
    crashed === true || current === true || (id !== undefined && named.has(id))
  const failed = threads.flatMap((thread, index) => (hasFailed(thread) ? [index] : []))
  const others = threads.flatMap((thread, index) => (hasFailed(thread) ? [] : [index]))
  return [...failed, ...others]
}
