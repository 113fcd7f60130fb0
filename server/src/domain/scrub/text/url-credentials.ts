import { isHarmless, MARK } from '../harmless-value.ts'
import { isQuote, LESS, SLASH, SPACE, GREATER, BACKSLASH } from './characters.ts'
import type { Find } from './find.ts'

const longest = 1_024
/** Addresses that are a key in themselves: whoever has them may post. */
const hooks =
  /^(?:hooks\.slack\.com\/(?:services|workflows|triggers)\/|(?:\w{1,20}\.)?discord(?:app)?\.com\/api\/webhooks\/\d{1,25}\/|api\.telegram\.org\/bot\d{1,20}:)/
const longestHook = 120

/** The password in `scheme://user:password@host`, or the secret part of a web hook; `colon` is that of `://`. */
export function findInUrl(text: string, colon: number): Find | undefined {
  const start = colon + 3
  const hook = hooks.exec(text.slice(start, start + longestHook))
  if (hook !== null) return secretPath(text, start + hook[0].length)
  let user = -1
  let at = start
  let host = -1
  for (; at < text.length && at - start < longest; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 58 && user === -1) user = at
    // The last one: unencoded passwords hold some themselves.
    else if (code === 64) host = at
    else if (endsAuthority(code)) break
  }
  if (user === -1 || host <= user + 1) return undefined
  const password = text.slice(user + 1, host)
  return isHarmless(password) ? undefined : { start: user + 1, end: host, rule: '@urlauth:filter' }
}

function secretPath(text: string, start: number): Find | undefined {
  let end = start
  while (end < text.length && /[\w/-]/.test(text[end] ?? '')) end += 1
  return end === start || text.startsWith(MARK, start) ? undefined : { start, end, rule: '@token:filter' }
}

function endsAuthority(code: number): boolean {
  if (code <= SPACE || code === SLASH || code === LESS || code === GREATER || code === BACKSLASH) return true
  return code === 63 || code === 35 || isQuote(code)
}
