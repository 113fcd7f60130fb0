import type { Template } from './template.ts'

/**
 * A Python KeyError's message is nothing but the key. It is part of the program when it stands in the source
 * line (`cart["product"]`), and data when it came in a variable (`table[country]`).
 */
export function templateOfLoneValue(type: string, line: string, sources: string[]): Template | undefined {
  if (!/(?:^|\.)Key(?:NotFound)?Error$/.test(type.slice(-60))) return undefined
  if (!/^(?:(['"]).*\1|-?\d+|\(.*\))$/.test(line)) return undefined
  const key = line.replace(/^['"]|['"]$/g, '')
  const isWritten = key !== '' && sources.some((source) => source.slice(0, 1000).includes(key))
  if (isWritten) return { text: key.toLowerCase(), replaced: [], engine: false }
  return { text: '*', replaced: [{ from: 0, to: line.length, label: 'key' }], engine: false }
}
