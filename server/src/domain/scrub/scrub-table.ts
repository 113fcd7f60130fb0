import type { Verdict } from './names/judge-name.ts'
import { scrubNamedText } from './scrub-text.ts'
import { cellsOf } from './table-cells.ts'
import type { Walk } from './walk.ts'

const separators = [',', ';', '\t', '|']
const longestHeader = 4_096
const mostColumns = 500
/** In a file that does not say that it is a table, a line of prose with commas is no header. */
const columnName = /^[\w.-]{1,64}$/

/** Columns under the name of a secret lose their values; all others are left to whoever reads the text. */
export function scrubTable(text: string, isNamedTable: boolean, walk: Walk): string {
  const header = text.slice(text.startsWith('\uFEFF') ? 1 : 0, longestHeader + 1).split(/\r?\n/, 1)[0] ?? ''
  const separator = mostFrequent(header)
  const names = [...cellsOf(header, separator)].map(({ value }) => value.trim())
  const isTable = isNamedTable || (names.length > 1 && names.every((name) => columnName.test(name)))
  if (!isTable || header.length >= longestHeader || names.length > mostColumns) return text
  const verdicts = names.map((name) => walk.rules.judge(name))
  if (verdicts.every(({ kind }) => kind === 'plain' || kind === 'safe')) return text
  const from = text.indexOf('\n', header.length) + 1
  if (from === 0) return text
  return text.slice(0, from) + scrubRows(text.slice(from), separator, { names, verdicts }, walk)
}

function mostFrequent(header: string): string {
  const counts = separators.map((separator) => header.split(separator).length)
  return separators[counts.indexOf(Math.max(...counts))] ?? ','
}

interface Columns {
  names: string[]
  verdicts: Verdict[]
}

function scrubRows(rows: string, separator: string, { names, verdicts }: Columns, walk: Walk): string {
  let clean = ''
  let copied = 0
  for (const { value, start, end, column } of cellsOf(rows, separator)) {
    const verdict = verdicts[column]
    if (verdict === undefined || verdict.kind === 'plain' || verdict.kind === 'safe') continue
    const scrubbed = scrubNamedText(value, names[column] ?? '', verdict, walk)
    if (scrubbed === value) continue
    clean += rows.slice(copied, start) + scrubbed
    copied = end
  }
  return clean + rows.slice(copied)
}
