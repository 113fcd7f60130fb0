import type { Replaced } from '../grouping.ts'
import { maskToken } from './classify-token.ts'
import { findDumps } from './dumps.ts'
import { keepsQuoted } from './quoted.ts'
import { isHttpStatus } from './http-status.ts'
import { LABELS, SHAPES } from './shapes.ts'

/** A span that varies, and what stands in its place. */
export interface Mask extends Replaced {
  text: string
}

/** Nothing that varies can hide in a line of words, and most messages are one. */
const MAY_VARY = /[\d"'`“‘«/\\@{[]|::|localhost|\.\p{L}/u

/** The spans of a line that hold data, in order and without overlap. */
export function findMasks(line: string, type = ''): Mask[] {
  if (!MAY_VARY.test(line)) return []
  const dumps = findDumps(line)
  const masks: Mask[] = dumps.map((dump) => ({ ...dump, text: '*' }))
  for (const match of line.matchAll(SHAPES)) {
    if (dumps.some((dump) => match.index < dump.to && match.index + match[0].length > dump.from)) continue
    const mask = maskMatch(match, line, type)
    if (mask) masks.push(mask)
  }
  return masks.toSorted((a, b) => a.from - b.from)
}

function maskMatch(match: RegExpExecArray, line: string, type: string): Mask | undefined {
  const [text, kept, quoted] = match
  const span = { from: match.index, to: match.index + text.length }
  if (kept !== undefined || isHttpStatus(type, line, span.from, span.to)) return undefined
  if (quoted !== undefined) {
    return keepsQuoted(quoted, line.slice(0, match.index))
      ? undefined
      : { ...span, label: 'quoted', text: '*' }
  }
  for (const [index, label] of LABELS.entries()) {
    if (match[index + 3] !== undefined) return { ...span, label, text: '*' }
  }
  const masked = maskToken(text, match.index === 0)
  return masked === undefined ? undefined : { ...span, label: 'id', text: masked }
}
