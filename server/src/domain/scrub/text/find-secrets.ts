import { isHarmless } from '../harmless-value.ts'
import type { Rules } from '../rules.ts'
import { findCredentials } from './bearer.ts'
import { endOfCard } from './card-number.ts'
import {
  classes,
  COLON,
  DASH,
  DIGIT,
  DOT,
  isDigit,
  LETTER,
  SEPARATOR,
  SLASH,
  SPACE,
  WORD,
} from './characters.ts'
import type { Find, Reading } from './find.ts'
import { endOfIban } from './iban.ts'
import { endOfAddress } from './ip-address.ts'
import { mayHoldSecret } from './may-hold-secret.ts'
import { findNamedValue, ruleOf } from './named-value.ts'
import { endOfPrivateKey } from './private-key.ts'
import { isSocialSecurity } from './social-security.ts'
import { tokenIn } from './tokens.ts'
import { endOfCommandPassword } from './command-password.ts'
import { findInUrl } from './url-credentials.ts'

/** "8.8.8.8" and "pin=123" have seven. */
const shortest = 7

/** How one text is read. */
export interface Reader {
  rules: Rules
  reading: Reading
  /** Whether digits may be card numbers and addresses: not in identifiers, versions and paths. */
  numbers: boolean
}

/**
 * Everything in a text that has to go, from left to right. The text is read once, by its words and by its separators;
 * each is looked at with bounded effort or else removed and skipped, so the time grows with the length and no faster.
 */
export function findSecrets(text: string, reader: Reader): Find[] | undefined {
  if (text.length < shortest || !mayHoldSecret(text, reader.reading)) return undefined
  let finds: Find[] | undefined
  let start = -1
  let made = 0
  for (let at = 0; at <= text.length; at += 1) {
    const kind = at < text.length ? (classes[text.charCodeAt(at)] ?? 0) : 0
    if ((kind & WORD) !== 0) {
      if (start === -1) start = at
      made |= kind
      continue
    }
    let find: Find | undefined
    if (start !== -1) {
      if (at - start > 4 || (made & DIGIT) !== 0) find = findAtWord(text, { start, end: at, made }, reader)
      start = -1
      made = 0
    }
    if (find === undefined && kind === SEPARATOR) find = findAtSeparator(text, at, reader)
    if (find === undefined) continue
    finds ??= []
    finds.push(find)
    at = find.end - 1
  }
  return finds
}

function findAtSeparator(text: string, at: number, { rules, reading }: Reader): Find | undefined {
  if (text.charCodeAt(at) === COLON && text.charCodeAt(at + 1) === SLASH && text.charCodeAt(at + 2) === SLASH)
    return rules.patterns ? findInUrl(text, at) : undefined
  return findNamedValue(text, at, rules, reading)
}

interface Word {
  start: number
  end: number
  /** The classes of its characters. */
  made: number
}

function findAtWord(text: string, word: Word, reader: Reader): Find | undefined {
  const hasDigit = (word.made & DIGIT) !== 0
  if (hasDigit && reader.numbers) {
    const number = findNumber(text, word, reader)
    if (number !== undefined) return number
  }
  if (text.charCodeAt(word.start) === DASH) {
    const find = findAtDash(text, word, reader)
    if (find !== undefined) return find
  }
  return reader.rules.patterns ? findToken(text, word, hasDigit) : undefined
}

function findNumber(text: string, { start, end, made }: Word, { rules, reading }: Reader): Find | undefined {
  if (text.charCodeAt(start - 1) === DOT) return undefined
  if (rules.addresses && reading !== 'path') {
    const address = isAddressStart(text, start, end) ? endOfAddress(text, start) : undefined
    if (address !== undefined) return { start, end: address, rule: '@ip:replace' }
  }
  if (!rules.patterns || end - start < 4) return undefined
  if ((made & LETTER) === 0) {
    const card = mayBeCard(text, start, end) ? endOfCard(text, start) : undefined
    if (card !== undefined) return { start, end: card, rule: '@creditcard:filter' }
    const isNumber = end - start === 11 && isSocialSecurity(text.slice(start, end))
    return isNumber ? { start, end, rule: '@usssn:filter' } : undefined
  }
  const account = end - start === 4 || end - start > 14 ? endOfIban(text, start) : undefined
  return account === undefined ? undefined : { start, end: account, rule: '@iban:filter' }
}

/** In one piece, or a first group of four digits and a space. */
function mayBeCard(text: string, start: number, end: number): boolean {
  if (end - start > 13) return true
  return end - start === 4 && text.charCodeAt(end) === SPACE && isDigit(text.charCodeAt(end + 1))
}

function isAddressStart(text: string, start: number, end: number): boolean {
  const next = text.charCodeAt(end)
  if (end - start > 4 || !isDigit(text.charCodeAt(start))) return false
  return (next === DOT && isDigit(text.charCodeAt(end + 1))) || (next === COLON && end - start === 4)
}

function findToken(text: string, { start, end }: Word, hasDigit: boolean): Find | undefined {
  const length = end - start
  if (length === 5 || length === 6) return findScheme(text, start, end)
  if (length < 10 || !(hasDigit || length > 36 || mayBeToken(text, start))) return undefined
  const token = tokenIn(text, start, end)
  return token === undefined ? undefined : { start: token[0], end: token[1], rule: '@token:filter' }
}

/** Without any digit, which a token rarely is. */
function mayBeToken(text: string, start: number): boolean {
  return (
    text.startsWith('eyJ', start) ||
    text.startsWith('AKIA', start) ||
    text.startsWith('ASIA', start) ||
    text.startsWith('SG.', start - 3) ||
    text.startsWith('ya29.', start - 5)
  )
}

function findScheme(text: string, start: number, end: number): Find | undefined {
  if (text.charCodeAt(end) !== SPACE || (text.charCodeAt(start) | 32) !== 98) return undefined
  const word = text.slice(start, end).toLowerCase()
  if (word !== 'bearer' && word !== 'basic') return undefined
  const found = findCredentials(text, word, end)
  return found === undefined ? undefined : { start: found[0], end: found[1], rule: '@bearer:filter' }
}

/** A private key, or the value behind a flag of a command: `--password hunter2`. */
function findAtDash(text: string, { start, end }: Word, { rules, reading }: Reader): Find | undefined {
  if (rules.patterns && text.startsWith('-----BEGIN', start)) {
    const key = endOfPrivateKey(text, start)
    return key === undefined ? undefined : { start, end: key, rule: '@pemkey:filter' }
  }
  const command = rules.patterns && reading !== 'path' ? endOfCommandPassword(text, start) : undefined
  if (command !== undefined) return { start: start + 2, end: command, rule: '@password:filter' }
  if (reading !== 'text' || text.charCodeAt(end) !== SPACE || text.charCodeAt(start + 1) !== DASH)
    return undefined
  const verdict = rules.judge(text.slice(start, Math.min(end, start + 64)))
  if (verdict.kind !== 'secret' && verdict.kind !== 'custom') return undefined
  const value = /[^\s'"]{1,4096}/y
  value.lastIndex = end + 1
  const found = value.exec(text)?.[0]
  if (found === undefined || found.startsWith('-') || isHarmless(found)) return undefined
  return { start: end + 1, end: end + 1 + found.length, rule: ruleOf(verdict) }
}
