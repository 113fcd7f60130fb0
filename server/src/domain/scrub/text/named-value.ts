import type { Verdict } from '../names/judge-name.ts'
import type { Rules } from '../rules.ts'
import {
  BACKSLASH,
  classOf,
  COLON,
  EQUALS,
  GREATER,
  isQuote,
  LESS,
  PERCENT,
  SLASH,
  SPACE,
  WORD,
} from './characters.ts'
import { isUnquotedSecret, isWrittenOut, mayBeUnquoted } from './code-value.ts'
import type { Find, Reading, Rule } from './find.ts'
import { headerValue } from './header-value.ts'
import { isInPath, nameBefore } from './name-before.ts'
import { opaqueAfter } from './opaque-value.ts'
import { isSecretValue } from './secret-value.ts'
import { valueAfter } from './value-after.ts'

/** In code, a value may well be none, and only so much of it is read. */
const longestLiteral = 400

/** The value of a secret's name: `password=…`, `"token": "…"`, `Cookie: …`, `<pin>…`, `secret => '…'`. */
export function findNamedValue(text: string, at: number, rules: Rules, reading: Reading): Find | undefined {
  const from = afterSeparator(text, at, reading)
  if (from === undefined) return undefined
  const name = nameBefore(text, at)
  if (name === undefined) return undefined
  const verdict = rules.judge(name.name)
  if (verdict.kind === 'plain' || verdict.kind === 'safe') return undefined
  const separator = text.charCodeAt(at)
  if (separator === COLON && !name.isQuoted && isInPath(text, name)) return undefined
  if (separator === GREATER && text.charCodeAt(name.start - 1) !== LESS && text[from - 2] !== '=')
    return undefined
  const rule = ruleOf(verdict)
  if (verdict.kind === 'opaque') {
    const opaque = opaqueAfter(text, from, name.name)
    return opaque === undefined ? undefined : { start: opaque[0], end: opaque[1], rule }
  }
  const longest = reading === 'code' ? longestLiteral : text.length
  const value = valueAfter(text, from, longest)
  if (value === undefined) return undefined
  const header = separator === COLON ? headerValue(text, name.name, value, longest) : undefined
  if (header !== undefined) {
    const isExpression = reading === 'code' && !isWrittenOut(text.slice(header.start, header.end))
    return isExpression ? undefined : { start: header.start, end: header.end, rule }
  }
  if (reading === 'code' && value.form === 'bare')
    return isUnquotedSecret(text, value, name, rules)
      ? { start: value.start, end: value.end, rule }
      : undefined
  const isLoose = separator === COLON || from < value.start
  return isSecretValue(text, value, { verdict, name, isLoose, reading })
    ? { start: value.start, end: value.end, rule }
    : undefined
}

export function ruleOf(verdict: Verdict): Rule {
  return verdict.kind === 'custom' ? 'strip-fields' : '@password:filter'
}

/** Where a value may begin; most separators in code and prose are told apart here, before any name is looked up. */
function afterSeparator(text: string, at: number, reading: Reading): number | undefined {
  const separator = text.charCodeAt(at)
  const next = text.charCodeAt(at + 1)
  if (separator === PERCENT) return next === 51 && /[dD]/.test(text[at + 2] ?? '') ? at + 3 : undefined
  if (reading === 'path') return separator === EQUALS ? at + 1 : undefined
  if (reading === 'code')
    return separator !== GREATER && (isLiteral(text, at + 1) || mayBeUnquoted(text, at)) ? at + 1 : undefined
  if (separator === EQUALS && next === GREATER) return isLiteral(text, at + 2) ? at + 2 : undefined
  if (separator === GREATER) return isQuote(next) || (classOf(next) & WORD) !== 0 ? at + 1 : undefined
  // "::", ":/", "==" and "=~" join no name with a value.
  return next === separator || next === SLASH || next === 126 ? undefined : at + 1
}

function isLiteral(text: string, from: number): boolean {
  let at = from
  while (at - from < 3 && text.charCodeAt(at) === SPACE) at += 1
  while (at - from < 12 && text.charCodeAt(at) === BACKSLASH) at += 1
  return isQuote(text.charCodeAt(at))
}
