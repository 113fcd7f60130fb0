import { isHarmless } from '../harmless-value.ts'
import type { Rules } from '../rules.ts'
import { COLON, SPACE } from './characters.ts'
import type { NameBefore } from './name-before.ts'
import { saysState } from './secret-value.ts'
import type { ValueAfter } from './value-after.ts'

/** So far back it is looked for the quote that opens a text: lines of code are short, and minified ones hold none. */
const longestLook = 300
const longestIndent = 40

/** Whether a name can have a value here that is in no quotes: `a=b` and `a: b`, but not `a = b` and `a:b`. */
export function mayBeUnquoted(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1)
  if (text.charCodeAt(at) === COLON) return next === SPACE
  return next > SPACE && next !== 61 && next !== 62 && next !== 126
}

/**
 * In code, what stands behind a name in no quotes is an expression, a type or a parameter, unless it is part of a
 * text, of a query or of a line of configuration: there it is data. Only what has a digit is taken for a secret.
 */
export function isUnquotedSecret(text: string, value: ValueAfter, name: NameBefore, rules: Rules): boolean {
  const word = text.slice(value.start, value.end)
  if (value.form !== 'bare' || word.length < 4 || word.length > longestLook) return false
  if (!/\d/.test(word) || isHarmless(word) || isExpression(word) || saysState(word)) return false
  // `password: newPassword2`
  const { kind } = rules.judge(word)
  if (kind === 'secret' || kind === 'custom') return false
  const before = text[name.start - 1]
  return (
    before === '?' ||
    before === '&' ||
    isConfiguration(text, value, name) ||
    isInText(text, name.start, value.end)
  )
}

const types =
  /^(?:[iuf]\d+|(?:Big)?u?int\d+|float\d+|(?:Big)?(?:Uint|Int|Float)\d+(?:Clamped)?Array|Base64\w*)$/i

/** A variable of PHP or a shell, a template, a member, a type, a call that goes on. */
function isExpression(word: string): boolean {
  return (
    /^[$%{][A-Za-z_{(]/.test(word) || /^[A-Za-z_]\w*(?:\??\.[A-Za-z_]\w*)+$/.test(word) || types.test(word)
  )
}

/** The whole line is a name and a value: `NAME=value`, `name: value`, also behind `export` and `- `. */
function isConfiguration(text: string, { end }: ValueAfter, name: NameBefore): boolean {
  const rest = text.slice(end, end + 4)
  if (!/^(?:\s*$|\s*\n|\s+#)/.test(rest)) return false
  const line =
    text
      .slice(Math.max(name.start - longestIndent, 0), name.start)
      .split('\n')
      .at(-1) ?? ''
  return /^\s*(?:(?:export|set|ENV|ARG) |- |#\s?|\/\/\s?|[\w]{1,30}\.)?["']?$/.test(line)
}

/** Behind a quote that is still open and closes later in the line. */
function isInText(text: string, start: number, end: number): boolean {
  let open = ''
  for (let at = Math.max(start - longestLook, 0); at < start; at += 1) {
    const character = text[at] ?? ''
    if (character === '\\') at += 1
    else if (character === '\n') open = ''
    else if (open === character) open = ''
    else if (open === '' && /["'`]/.test(character)) open = character
  }
  return open !== '' && text.slice(end, end + longestLook).includes(open)
}

/** `Cookie: a=b; c=d` and `Authorization: Token abc123` in a text of code: there is a value, and no template. */
export function isWrittenOut(header: string): boolean {
  return /\d/.test(header) && !/[$%]?\{|\$\w|%s|[()]/.test(header)
}
