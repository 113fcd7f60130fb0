import { defaultEventBounds } from './event-bounds.ts'
import type { Json } from './event.ts'
import { rewriteNumbers, surveyJson } from './json-source.ts'

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
export function parseJsonText(text: string, { depthParsed: deepest } = defaultEventBounds): Json {
  const { depth, hasLongNumber } = surveyJson(text)
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
