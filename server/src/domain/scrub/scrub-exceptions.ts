import type { Event, Exception, Mechanism, Thread } from '../event/event.ts'
import { mapSame, replaced } from './keep-same.ts'
import { scrubTexts } from './scrub-fields.ts'
import { scrubStacktrace } from './scrub-frames.ts'
import { scrubObject } from './scrub-json.ts'
import { inside, type Walk } from './walk.ts'

/** Messages of exceptions are where secrets sit most often, in the words of whoever threw. */
export function scrubExceptions(exception: NonNullable<Event['exception']>, walk: Walk) {
  const values = inside(walk, 'values', () =>
    mapSame(exception.values, (one, at) => inside(walk, String(at), () => scrubException(one, walk))),
  )
  return replaced(exception, 'values', values)
}

export function scrubThreads(threads: NonNullable<Event['threads']>, walk: Walk) {
  const values = inside(walk, 'values', () =>
    mapSame(threads.values, (one, at) => inside(walk, String(at), () => scrubThread(one, walk))),
  )
  return replaced(threads, 'values', values)
}

function scrubException(exception: Exception, walk: Walk): Exception {
  let scrubbed = scrubTexts(exception, ['type', 'value'], walk, 'text')
  scrubbed = scrubTexts(scrubbed, ['module'], walk, 'path')
  const { mechanism, stacktrace } = exception
  if (mechanism !== undefined)
    scrubbed = replaced(
      scrubbed,
      'mechanism',
      inside(walk, 'mechanism', () => scrubMechanism(mechanism, walk)),
    )
  return stacktrace === undefined
    ? scrubbed
    : replaced(scrubbed, 'stacktrace', scrubStacktrace(stacktrace, walk))
}

function scrubMechanism(mechanism: Mechanism, walk: Walk): Mechanism {
  const scrubbed = scrubTexts(mechanism, ['type', 'source'], walk, 'path')
  const { data } = mechanism
  if (data === undefined) return scrubbed
  return replaced(
    scrubbed,
    'data',
    inside(walk, 'data', () => scrubObject(data, undefined, walk)),
  )
}

function scrubThread(thread: Thread, walk: Walk): Thread {
  const scrubbed = scrubTexts(thread, ['name', 'state'], walk, 'text')
  const { stacktrace } = thread
  return stacktrace === undefined
    ? scrubbed
    : replaced(scrubbed, 'stacktrace', scrubStacktrace(stacktrace, walk))
}
