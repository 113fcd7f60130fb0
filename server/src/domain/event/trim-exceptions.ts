import type { Exception, Mechanism, Thread } from './event.ts'
import type { Note } from './meta.ts'
import { trimJson } from './trim-json.ts'
import { trimList } from './trim-list.ts'
import { trimStack } from './trim-stack.ts'
import { trimText } from './trim-text.ts'

/** The oldest cause is first, and what was captured last. */
const bounds = { most: 50, atHead: 10 }
const mostThreads = 50
const longestValue = 8_192
const mechanismChars = 4 * 1024

export function trimExceptions(exceptions: Exception[], notes: Note[]): Exception[] {
  const path = ['exception', 'values']
  return trimList(exceptions, bounds, path, notes).map((exception, index) =>
    trimException(exception, [...path, String(index)], notes),
  )
}

function trimException(exception: Exception, path: string[], notes: Note[]): Exception {
  const { value, stacktrace, mechanism } = exception
  return {
    ...exception,
    ...(value !== undefined && { value: trimText(value, longestValue, [...path, 'value'], notes) }),
    ...(stacktrace && { stacktrace: trimStack(stacktrace, [...path, 'stacktrace'], notes) }),
    ...(mechanism && { mechanism: trimMechanism(mechanism, [...path, 'mechanism'], notes) }),
  }
}

/** Also where it was sent once for all exceptions: each of them is stored with a copy. */
function trimMechanism(mechanism: Mechanism, path: string[], notes: Note[]): Mechanism {
  const { data, meta } = mechanism
  const chars = mechanismChars
  return {
    ...mechanism,
    ...(data && { data: trimJson(data, { chars }, [...path, 'data'], notes) }),
    ...(meta && { meta: trimJson(meta, { chars }, [...path, 'meta'], notes) }),
  }
}

/** A dump of many threads keeps those that failed, wherever they stand in it. */
export function trimThreads(threads: Thread[], exceptions: Exception[] = [], notes: Note[]): Thread[] {
  const path = ['threads', 'values']
  const named = new Set(exceptions.flatMap(({ thread_id }) => thread_id ?? []))
  const hasFailed = ({ id, crashed, current }: Thread): boolean =>
    crashed === true || current === true || (id !== undefined && named.has(id))
  const ordered =
    threads.length > mostThreads
      ? [...threads.filter(hasFailed), ...threads.filter((thread) => !hasFailed(thread))]
      : threads
  return trimList(ordered, { most: mostThreads, atHead: mostThreads }, path, notes).map((thread, index) =>
    thread.stacktrace === undefined
      ? thread
      : {
          ...thread,
          stacktrace: trimStack(thread.stacktrace, [...path, String(index), 'stacktrace'], notes),
        },
  )
}
