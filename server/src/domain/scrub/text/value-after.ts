import { MARK } from '../harmless-value.ts'
import { BACKSLASH, isQuote, PERCENT, SPACE } from './characters.ts'

/** A value behind a separator. */
export interface ValueAfter {
  start: number
  end: number
  form: 'quoted' | 'bare' | 'block'
}

const mostSpaces = 4

/**
 * What follows at `from`: a text in quotes, escaped or not, a list or object of JSON, or else one bare word. A value
 * longer than `longest` is cut there: who does not remove it must not read on to the end for each name.
 */
export function valueAfter(text: string, from: number, longest: number): ValueAfter | undefined {
  const start = skipSpaces(text, from)
  const opening = openingQuote(text, start)
  if (opening !== undefined) return quoted(text, opening, Math.min(text.length, opening.quote + longest))
  const most = Math.min(text.length, start + longest)
  if (text.startsWith(MARK, start)) return bare(text, start, start + MARK.length, most)
  const code = text.charCodeAt(start)
  if (code === 91 || code === 123) return { start, end: endOfBlock(text, start, most), form: 'block' }
  return bare(text, start, start, most)
}

function skipSpaces(text: string, from: number): number {
  let at = from
  while (at - from < mostSpaces && text.charCodeAt(at) === SPACE) at += 1
  return at
}

interface Opening {
  quote: number
  escapes: number
}

/** `"`, `\"` or `\\\"`, as JSON in JSON has it, and Python's `b'`. */
function openingQuote(text: string, start: number): Opening | undefined {
  let at = start
  if (/[bu]/.test(text[at] ?? '') && isQuote(text.charCodeAt(at + 1))) at += 1
  while (at - start < 8 && text.charCodeAt(at) === BACKSLASH) at += 1
  return isQuote(text.charCodeAt(at)) ? { quote: at, escapes: at - start } : undefined
}

/** Without its closing quote, which was cut off, a text ends with its line. */
function quoted(text: string, { quote, escapes }: Opening, most: number): ValueAfter {
  const code = text.charCodeAt(quote)
  const start = quote + 1
  let backslashes = 0
  for (let at = start; at < most; at += 1) {
    const next = text.charCodeAt(at)
    if (next === BACKSLASH) backslashes += 1
    else {
      const closes = next === code && backslashes <= escapes && (escapes > 0 || backslashes % 2 === 0)
      if (closes) return { start, end: at - Math.min(backslashes, escapes), form: 'quoted' }
      if (next === 10) return { start, end: at, form: 'quoted' }
      backslashes = 0
    }
  }
  return { start, end: most, form: 'quoted' }
}

/** Everything up to a blank, and what closes or parts values. */
function endsBare(code: number): boolean {
  return code <= SPACE || bareEnds.has(code)
}

const bareEnds = new Set(Array.from(',;&\'"`<>()]}|\\', (character) => character.charCodeAt(0)))

function bare(text: string, start: number, from: number, most: number): ValueAfter | undefined {
  let end = from
  while (end < most && !endsBare(text.charCodeAt(end)) && !isEncodedAnd(text, end)) end += 1
  return end === start ? undefined : { start, end, form: 'bare' }
}

/** "%26" is an "&" in a query inside of a query. */
function isEncodedAnd(text: string, at: number): boolean {
  return text.charCodeAt(at) === PERCENT && text.startsWith('26', at + 1)
}

/** Behind its last bracket; brackets inside of texts do not count. */
function endOfBlock(text: string, start: number, most: number): number {
  let depth = 0
  let isInText = false
  for (let at = start; at < most; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 34) isInText = !isInText
    else if (code === BACKSLASH && text.charCodeAt(at + 1) !== 34) at += 1
    else if (!isInText && (code === 91 || code === 123)) depth += 1
    else if (!isInText && (code === 93 || code === 125) && --depth === 0) return at + 1
  }
  return most
}

export function endOfLine(text: string, from: number, longest: number): number {
  const most = Math.min(text.length, from + longest)
  for (let at = from; at < most; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 10 || code === 13 || isQuote(code)) return at
  }
  return most
}
