import { BACKSLASH, isQuote, isWord, PERCENT, SLASH, SPACE } from './characters.ts'

/** The name that stands before a separator. */
export interface NameBefore {
  name: string
  start: number
  isQuoted: boolean
}

const longestName = 64
const longestPrefix = 16
/** Nouns that say nothing without the word before: "access key", "card number". */
const vague = /^(?:keys?|id|codes?|number|no|card|phrase|string)$/i

/** Reads back from `end` over `"name"`, `\"name\"`, `[name]`, `%5Bname%5D`, `api key`. Stops at what no name holds. */
export function nameBefore(text: string, end: number): NameBefore | undefined {
  let at = end
  while (end - at < 2 && text.charCodeAt(at - 1) === SPACE) at -= 1
  const isQuoted = isQuote(text.charCodeAt(at - 1))
  if (isQuoted) at = beforeBackslashes(text, at - 1)
  if (text.charCodeAt(at - 1) === 93) at -= 1
  else if (text.charCodeAt(at - 3) === PERCENT && text.slice(at - 2, at).toLowerCase() === '5d') at -= 3
  if (isQuote(text.charCodeAt(at - 1))) at -= 1
  const start = startOfName(text, at)
  if (start === at) return undefined
  const name = text.slice(start, at)
  return { name: vague.test(name) ? `${wordBefore(text, start)}${name}` : name, start, isQuoted }
}

function beforeBackslashes(text: string, end: number): number {
  let at = end
  while (end - at < 8 && text.charCodeAt(at - 1) === BACKSLASH) at -= 1
  return at
}

function startOfName(text: string, end: number): number {
  let at = end
  while (end - at < longestName && isNamePart(text.charCodeAt(at - 1))) at -= 1
  // What is left of "%26token", an encoded "&token".
  return text.charCodeAt(at - 1) === PERCENT ? Math.min(at + 2, end) : at
}

function isNamePart(code: number): boolean {
  return isWord(code) || code > 127
}

function wordBefore(text: string, start: number): string {
  if (text.charCodeAt(start - 1) !== SPACE) return ''
  let at = start - 1
  while (start - at < longestPrefix && isWord(text.charCodeAt(at - 1))) at -= 1
  return text.slice(at, start)
}

/** "/srv/app/auth:1042" is a place in a file. */
export function isInPath(text: string, name: NameBefore): boolean {
  return text.charCodeAt(name.start - 1) === SLASH || text.charCodeAt(name.start - 1) === 46
}
