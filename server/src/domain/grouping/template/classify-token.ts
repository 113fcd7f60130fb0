const WORDS = new Set(['1D', '2D', '3D', '4D', '2G', '3G', '4G', '5G', '6G', '2K', '4K', '8K', '2X', '3X'])

/**
 * Decides whether a word of letters and digits names something (kept) or is one of many (an id).
 * Returns what stays of it, with * for what varies, or undefined when all of it stays.
 */
export function maskToken(token: string, startsMessage: boolean): string | undefined {
  if (!/\d/.test(token)) return undefined
  // A leading "ORA-00942" or "E11000" is an error code, the best name an error has.
  if (startsMessage && /^[A-Z]{1,8}[-_]?\d{3,6}$/.test(token)) return undefined
  // A seat, a door, a size: "14C". Some are words.
  if (/^\d{1,4}[A-Z]$/.test(token)) return WORDS.has(token) ? undefined : '*'
  const parts = token.split(/([-_])/)
  if (parts.length === 1) return isId(token) ? '*' : undefined
  const masked = parts.map((part, index) => maskPart(part, parts[index - 1])).join('')
  return masked === token ? undefined : masked
}

function maskPart(part: string, separator: string | undefined): string {
  if (!/\d/.test(part)) return part
  // "address_2" is a column; "order-2" and "order_20419" are numbers of something.
  if (/^\d+$/.test(part)) return separator === '_' && part.length < 3 ? part : '*'
  return isId(part) ? '*' : part
}

function isId(word: string): boolean {
  if (/^\d+$/.test(word)) return true
  const digits = word.replace(/\D/g, '').length
  // Upper-case codes such as P2002 and TS2304 are short; ids are not.
  if (/^[A-Z]{1,3}\d{4}$/.test(word)) return false
  if (/^[0-9a-f]{7,}$/i.test(word)) return true
  return (digits >= 3 && word.length >= 6) || (digits >= 2 && word.length >= 10)
}
