import { isHarmless, MARK } from '../harmless-value.ts'
import type { Verdict } from '../names/judge-name.ts'
import { classOf, DIGIT } from './characters.ts'
import type { Reading } from './find.ts'
import type { NameBefore } from './name-before.ts'
import type { ValueAfter } from './value-after.ts'

/** Nobody writes so long a word in prose: it is removed, and so not read again. */
const longestWord = 100

export interface Circumstances {
  verdict: Verdict
  name: NameBefore
  /** Stands apart, as words of a sentence do: "Invalid token: expired". */
  isLoose: boolean
  reading: Reading
}

export function isSecretValue(text: string, { start, end, form }: ValueAfter, given: Circumstances): boolean {
  const { verdict, name, isLoose, reading } = given
  if (form === 'block') return name.isQuoted && !/^.\s*.$/s.test(text.slice(start, Math.min(end, start + 9)))
  const value = text.slice(start, end)
  if (isHarmless(value) || value === MARK) return false
  // In code, a text with blanks is for people, and one with `${…}` is put together.
  if (reading === 'code') return value.length > 5 && hasDigit(value) && !/\s|[$#]\{/.test(value)
  if (value.length > longestWord) return true
  if (verdict.counts && /^[\d.]+$/.test(value)) return false
  if (form === 'quoted' || name.isQuoted || !isLoose) return !isSentence(value)
  return isWordOfSecret(value, verdict)
}

/** "must be at least 8 characters" is what a form says about a password. */
export function isSentence(value: string): boolean {
  return (
    value.length < 400 &&
    /^[\p{L}'’]+(?: [\p{L}\d'’"(),-]+){2,}[.!?:;]?$/u.test(value) &&
    / (?:is|are|be|to|was|not|or|has|than|the) /.test(value)
  )
}

const states =
  /^(?:is|are|was|not|must|may|cannot|can|has|required|missing|invalid|incorrect|wrong|expired|expected|unexpected|rejected|denied|failed|error|unknown|unauthorized|please|too|should|does|did|no|the|a|an|for|of|in|on|at|and|or|validation|field|string|number|boolean|object|function|value)\b/i

export function saysState(value: string): boolean {
  return states.test(value)
}

/** In a sentence, a word behind a colon says more often what is wrong with the secret than what it is. */
function isWordOfSecret(value: string, verdict: Verdict): boolean {
  if (/[:.…]$/.test(value) || saysState(value)) return false
  if (verdict.strong || verdict.kind === 'custom')
    return /[\p{L}\d]/u.test(value) && (value.length > 3 || hasDigit(value))
  return value.length > 3 && hasDigit(value) && /[\p{L}]/u.test(value) && !/^\w{1,20}\(/.test(value)
}

function hasDigit(value: string): boolean {
  for (let at = 0; at < value.length; at += 1) if (classOf(value.charCodeAt(at)) === DIGIT) return true
  return false
}
