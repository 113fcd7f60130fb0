/** The bytes are not an event; the message says why. */
export class EventFormatError extends Error {
  override readonly name = 'EventFormatError'
}

/** Real events stay below 20; `JSON.stringify` and other recursion overflow from about 5,000. */
const deepest = 100
const bareNumber = /-?\b(?:NaN|Infinity)\b/g
const stringOrBareNumber = /"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/gs

/**
 * Parses the JSON of an event: damaged UTF-8 becomes U+FFFD, a BOM is skipped, and the bare NaN and Infinity
 * that old Python clients write become null. Throws `EventFormatError`.
 */
export function parseEventJson(bytes: Uint8Array): unknown {
  const text = new TextDecoder().decode(bytes)
  if (nestingOf(text) > deepest)
    throw new EventFormatError(`The event is nested deeper than ${deepest} levels.`)
  try {
    return JSON.parse(text)
  } catch (cause) {
    return parseWithoutBareNumbers(text, cause)
  }
}

function parseWithoutBareNumbers(text: string, cause: unknown): unknown {
  if (text.search(bareNumber) !== -1) {
    try {
      return JSON.parse(text.replace(stringOrBareNumber, (token) => (token.startsWith('"') ? token : 'null')))
    } catch {
      // What was wrong with the original says more.
    }
  }
  const why = cause instanceof Error ? ` (${cause.message.slice(0, 200)})` : ''
  throw new EventFormatError(`The event is not valid JSON${why}.`, { cause })
}

/** Counts brackets outside strings, without recursion. */
function nestingOf(text: string): number {
  let depth = 0
  let deepestSeen = 0
  let inString = false
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (inString) {
      if (code === backslash) at += 1
      else if (code === quote) inString = false
    } else if (code === quote) inString = true
    else if (code === openBrace || code === openBracket) deepestSeen = Math.max(deepestSeen, ++depth)
    else if (code === closeBrace || code === closeBracket) depth -= 1
  }
  return deepestSeen
}

const quote = 34
const backslash = 92
const openBracket = 91
const closeBracket = 93
const openBrace = 123
const closeBrace = 125
