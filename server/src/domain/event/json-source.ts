/** Reading of JSON source as text, without recursion and without a regular expression over strings. */

const quote = 34
const backslash = 92
const openBracket = 91
const closeBracket = 93
const openBrace = 123
const closeBrace = 125
const comma = 44
const colon = 58
const space = 32
const zero = 48
const nine = 57
/** From here on an integer may be above 2^53. */
const longDigits = 16

export interface JsonSource {
  /** How deep brackets are nested. */
  depth: number
  /** Whether there is a number that may lose digits when parsed. */
  hasLongNumber: boolean
  /** At least as many as there are keys and items. */
  members: number
  /** Where objects and lists stand that tend to come again with every event. */
  parts: JsonPart[]
}

/** From where to where it stands in the text. */
export interface JsonPart {
  from: number
  to: number
}

export function surveyJson(text: string): JsonSource {
  let depth = 0
  let deepest = 0
  let digits = 0
  let hasLongNumber = false
  let members = 0
  const parts: JsonPart[] = []
  let part: { from: number; depth: number } | undefined
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code >= zero && code <= nine) {
      digits += 1
      if (digits === longDigits) hasLongNumber = true
      continue
    }
    digits = 0
    if (code === quote) {
      const end = stringEnd(text, at)
      const from = part === undefined ? partAfter(text, at, end + 1) : undefined
      if (from !== undefined) part = { from, depth }
      at = end
    } else if (code === comma) members += 1
    else if (code === openBrace || code === openBracket) {
      members += 1
      deepest = Math.max(deepest, ++depth)
    } else if (code === closeBrace || code === closeBracket) {
      depth -= 1
      if (depth === part?.depth) {
        parts.push({ from: part.from, to: at + 1 })
        part = undefined
      }
    }
  }
  return { depth: deepest, hasLongNumber, members, parts }
}

/** Whose values come again, by their length with quotes. */
const recurringKeys = new Map(['"frames"', '"modules"', '"sdk"'].map((key) => [key.length, key]))

/** Where the value begins of a key that stands from `start` to before `end`, when it is an object or a list that comes again. */
function partAfter(text: string, start: number, end: number): number | undefined {
  const key = recurringKeys.get(end - start)
  if (key === undefined || text.charCodeAt(end) !== colon || !text.startsWith(key, start)) return undefined
  const from = text.charCodeAt(end + 1) === space ? end + 2 : end + 1
  const opening = text.charCodeAt(from)
  return opening === openBracket || opening === openBrace ? from : undefined
}

/** Where the string that begins at `start` has its closing quote, or the end of the text. */
function stringEnd(text: string, start: number): number {
  let end = start
  do {
    end = text.indexOf('"', end + 1)
    if (end === -1) return text.length
  } while (isEscaped(text, end))
  return end
}

function isEscaped(text: string, at: number): boolean {
  let backslashes = 0
  while (text.charCodeAt(at - 1 - backslashes) === backslash) backslashes += 1
  return backslashes % 2 === 1
}

const stringOrNumber = /"|-?\b(?:NaN|Infinity)\b|-?\d[\d.eE+-]*/g

/**
 * Rewrites numbers so that parsing loses nothing of them: integers that a double cannot hold become strings, and
 * the NaN and Infinity of old Python clients become a literal that parses, to Infinity.
 */
export function rewriteNumbers(text: string): string {
  const numbers = new RegExp(stringOrNumber)
  const pieces: string[] = []
  let copied = 0
  for (let match = numbers.exec(text); match !== null; match = numbers.exec(text)) {
    const [token] = match
    if (token === '"') {
      numbers.lastIndex = stringEnd(text, match.index) + 1
      continue
    }
    pieces.push(text.slice(copied, match.index), rewriteNumber(token))
    copied = match.index + token.length
  }
  return pieces.join('') + text.slice(copied)
}

const wholeNumber = /^-?\d+$/

function rewriteNumber(token: string): string {
  if (token.endsWith('NaN') || token.endsWith('Infinity')) return token.startsWith('-') ? '-1e999' : '1e999'
  if (!wholeNumber.test(token) || Number.isSafeInteger(Number(token))) return token
  return `"${token}"`
}
