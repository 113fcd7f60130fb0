import { looksRandom, looksSigned } from '../harmless-value.ts'

/** Too short for a generated secret below, no key but a document above. */
const candidate = /[ \\]{0,4}["'`]?([\w+/.~-]{16,160}={0,2})(?![\w+/.~=-])/y

/** Names such as `key` and `code` mean a secret only when their value looks generated. */
export function looksOpaque(value: string, name: string): boolean {
  return /sig|mac$/i.test(name) ? looksSigned(value) : looksRandom(value)
}

/** Where such a value begins and ends, behind a separator. */
export function opaqueAfter(text: string, from: number, name: string): [number, number] | undefined {
  candidate.lastIndex = from
  const [whole = '', value = ''] = candidate.exec(text) ?? []
  const start = from + whole.length - value.length
  return value !== '' && looksOpaque(value, name) ? [start, start + value.length] : undefined
}
