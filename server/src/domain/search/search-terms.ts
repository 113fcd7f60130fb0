import { eventTags } from '../event/event-tags.ts'
import type { Event, Frame } from '../event/event.ts'
import { collectWords } from './split-words.ts'

/** Words that one event adds at most: what comes first in the order below is kept. */
const mostWords = 1_000
/** Letters that are looked through: indexing may not take longer because an event is a megabyte of one word. */
const mostRead = 100_000

/** How an issue is called. */
export interface Heading {
  title: string
  type: string
  value: string
  culprit: string
}

/**
 * The words under which an event's issue is found: of its heading, message, exceptions, transaction, address and
 * tags, of the frames from the innermost on, and of the breadcrumbs from the last on.
 */
export function searchTermsOf(event: Event, heading: Heading): Set<string> {
  const words = new Set<string>()
  let unread = mostRead
  for (const text of textsOf(event, heading)) {
    if (words.size >= mostWords || unread <= 0) break
    if (text === undefined) continue
    collectWords(text.slice(0, unread), words, mostWords)
    unread -= text.length
  }
  return words
}

/** The words of a heading alone. */
export function headingTermsOf({ title, type, value, culprit }: Heading): Set<string> {
  const words = new Set<string>()
  for (const text of [title, type, value, culprit]) collectWords(text, words, mostWords)
  return words
}

function* textsOf(event: Event, { title, type, value, culprit }: Heading): Generator<string | undefined> {
  yield* [title, type, value, culprit]
  yield* [event.logentry?.formatted, event.logentry?.message]
  for (const exception of event.exception?.values.toReversed() ?? [])
    yield* [exception.type, exception.value, exception.module]
  yield* [event.transaction, event.request?.url, event.logger]
  yield* Object.values(eventTags(event))
  const stacks = [...(event.threads?.values ?? []), ...(event.exception?.values ?? [])].toReversed()
  for (const { stacktrace } of stacks)
    for (const frame of stacktrace?.frames.toReversed() ?? []) yield* textsOfFrame(frame)
  for (const { message, category } of event.breadcrumbs?.values.toReversed() ?? []) yield* [message, category]
}

function textsOfFrame(frame: Frame): (string | undefined)[] {
  return [frame.function, frame.filename ?? frame.abs_path, frame.module]
}
