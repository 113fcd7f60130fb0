import type { Template } from './template.ts'

interface Key {
  from: number
  to: number
  /** Without quotation marks and colons. */
  text: string
}

/**
 * The message of a key that is missing is nothing but the key. It is part of the program when it stands in the source
 * line (`cart["product"]`), and data when it came in a variable (`table[country]`).
 */
export function templateOfLoneValue(type: string, line: string, sources: string[]): Template | undefined {
  const lone = isLoneKey(type, line)
  const key = lone ? spanOf(line, 0, line.length) : embeddedKey(line)
  if (!key) return undefined
  const isWritten = key.text !== '' && sources.some((source) => source.slice(0, 1000).includes(key.text))
  // Python always sends its source; where there is none, nothing is known of the key.
  if (!lone && (isWritten || sources.length === 0)) return undefined
  if (isWritten) return { text: key.text.toLowerCase(), replaced: [], engine: false }
  const text = `${line.slice(0, key.from)}*${line.slice(key.to)}`.toLowerCase()
  return { text, replaced: [{ from: key.from, to: key.to, label: 'key' }], engine: false }
}

function isLoneKey(type: string, line: string): boolean {
  if (!/(?:^|\.)Key(?:NotFound)?Error$/.test(type.slice(-60))) return false
  return /^(?:(['"]).*\1|-?\d+|\(.*\))$/.test(line)
}

/** The same of other languages, which put a sentence around it. */
const EMBEDDED =
  /^(?:(?:Warning|Notice): )?(?:The given key |key not found: |Undefined (?:array key|index|offset):? |Key )('[^']*'|"[^"]*"|:?[\w.-]+)(?: was not present in the dictionary\.?| is missing in the map\.?)?$/

function embeddedKey(line: string): Key | undefined {
  const found = EMBEDDED.exec(line)?.[1]
  if (found === undefined) return undefined
  const from = line.indexOf(found)
  return spanOf(line, from, from + found.length)
}

function spanOf(line: string, from: number, to: number): Key {
  return { from, to, text: line.slice(from, to).replace(/^['":]|['"]$/g, '') }
}
