import { defaultEventBounds, type EventBounds } from './event-bounds.ts'
import type { Json } from './event.ts'
import { rewriteNumbers, surveyJson, type JsonSource } from './json-source.ts'

/** The bytes are not an event; the message says why. */
export class EventFormatError extends Error {
  override readonly name = 'EventFormatError'
}

const bareNumber = /\b(?:NaN|Infinity)\b/

/**
 * Parses the JSON of an event: damaged UTF-8 becomes U+FFFD, a BOM is skipped, integers above 2^53 stay exact as
 * text, and the bare NaN that old Python clients write is Infinity. Throws `EventFormatError`.
 */
export function parseEventJson(bytes: Uint8Array, bounds = defaultEventBounds): Json {
  return parseJsonText(new TextDecoder().decode(bytes), bounds)
}

/** Parses JSON that stands in a text of its own, with the same care. Throws `EventFormatError`. */
export function parseJsonText(text: string, bounds = defaultEventBounds): Json {
  return parseSurveyed(text, surveyJson(text), bounds)
}

/** The same for a text that was looked through already. */
export function parseSurveyed(
  text: string,
  { depth, hasLongNumber }: JsonSource,
  { depthParsed: deepest }: Pick<EventBounds, 'depthParsed'>,
): Json {
  if (depth > deepest) throw new EventFormatError(`The event is nested deeper than ${deepest} levels.`)
  try {
    const parsed: Json = JSON.parse(hasLongNumber ? rewriteNumbers(text) : text)
    return parsed
  } catch (cause) {
    return parseWithBareNumbers(text, cause)
  }
}

function parseWithBareNumbers(text: string, cause: unknown): Json {
  if (bareNumber.test(text)) {
    try {
      const parsed: Json = JSON.parse(rewriteNumbers(text))
      return parsed
    } catch {
      // What was wrong with the original says more.
    }
  }
  const why = cause instanceof Error ? ` (${cause.message.slice(0, 200)})` : ''
  throw new EventFormatError(`The event is not valid JSON${why}.`, { cause })
}
