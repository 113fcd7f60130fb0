import { isHarmless } from '../harmless-value.ts'
import { endOfLine, valueAfter, type ValueAfter } from './value-after.ts'
import { saysState } from './secret-value.ts'

const schemes = /^(?:bearer|basic|token|apikey|negotiate|digest|aws4-hmac-sha256)$/i
const longestScheme = 16

/** In a header that is written out, cookies are a line of pairs, and credentials come behind their scheme. */
export function headerValue(
  text: string,
  name: string,
  first: ValueAfter,
  longest: number,
): ValueAfter | undefined {
  if (first.form !== 'bare') return undefined
  if (/cookie$/i.test(name)) {
    const isPair = text.slice(first.start, first.end).includes('=')
    return isPair ? { ...first, end: endOfLine(text, first.start, longest) } : undefined
  }
  if (first.end - first.start > longestScheme) return undefined
  const scheme = text.slice(first.start, first.end).toLowerCase()
  if (!/auth/i.test(name) || !schemes.test(scheme)) return undefined
  const rest = valueAfter(text, first.end, longest)
  if (rest === undefined) return undefined
  if (scheme === 'digest' || scheme.startsWith('aws4'))
    return { ...first, end: endOfLine(text, first.start, longest) }
  const credentials = text.slice(rest.start, rest.end)
  return isHarmless(credentials) || saysState(credentials) ? undefined : { ...first, end: rest.end }
}
