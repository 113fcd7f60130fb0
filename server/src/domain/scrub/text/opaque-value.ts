import { looksRandom, looksSigned } from '../harmless-value.ts'

/** Too short for a generated secret below, no key but a document above; web hooks write the version before a signature. */
const candidate =
  /[ \\]{0,4}["'`]?(?:(?:t=\d{1,12},)?(?:v\d|sha\d{1,3})=)?([\w+/.~-]{16,1024}={0,2})(?![\w+/.~=-])/y

const version = /^(?:t=\d{1,12},)?(?:v\d|sha\d{1,3})=/

/** Names such as `key` and `code` mean a secret only when their value looks generated. */
export function looksOpaque(value: string, name: string): boolean {
  if (!/sig|mac$/i.test(name)) return looksRandom(value)
  return looksSigned(value.replace(version, ''))
}

/** Where such a value begins and ends, behind a separator. */
export function opaqueAfter(text: string, from: number, name: string): [number, number] | undefined {
  candidate.lastIndex = from
  const [whole = '', value = ''] = candidate.exec(text) ?? []
  const start = from + whole.length - value.length
  return value !== '' && looksOpaque(value, name) ? [start, start + value.length] : undefined
}
