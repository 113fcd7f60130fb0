import type { Mask } from './mask.ts'
import { countLetters, sourceLiterals } from './source-literals.ts'

/** "constraint users_email_key", "status 404": what was filled in tells errors apart, not occurrences. */
const NAMING =
  /\b(?:constraint|column|relation|table|index|key|field|function|module|method|property|attribute|class|status|code|errno|http|signal)\W{1,3}$/i
const NAME_OR_CODE = /^(?:[\p{L}_$][\p{L}\d_$.]*|\d{1,5})$/u

/**
 * Compares a message with the source line that made it: text that stands in the source is constant, the
 * rest was filled in. Finds names and words that no pattern could know to be data.
 */
export function anchorToSource(line: string, masks: Mask[], sources: string[]): Mask[] {
  for (const source of sources) {
    const gaps = findGaps(line, sourceLiterals(source))
    if (!gaps) continue
    const added = gaps.filter((gap) => isFilledIn(line, gap, masks))
    return mergeMasks(masks, added)
  }
  return masks
}

/** The stretches between the literals; undefined unless the literals explain at least half of the message. */
function findGaps(line: string, literals: string[]): Mask[] | undefined {
  const gaps: Mask[] = []
  let end = 0
  let explained = 0
  for (const literal of literals) {
    const start = line.indexOf(literal, end)
    if (start < 0) continue
    gaps.push(gapBetween(line, end, start))
    explained += countLetters(literal)
    end = start + literal.length
  }
  gaps.push(gapBetween(line, end, line.length))
  const unexplained = gaps.reduce((sum, gap) => sum + countWordLetters(line.slice(gap.from, gap.to)), 0)
  return explained > 0 && explained >= unexplained ? gaps : undefined
}

/** Ids count for nothing here: a long one must not outweigh the sentence around it. */
function countWordLetters(text: string): number {
  return countLetters(text.replace(/\S*\d\S*/g, ''))
}

function gapBetween(line: string, start: number, end: number): Mask {
  // Quotation marks and spaces around what was filled in belong to the sentence.
  const text = line.slice(start, end).replace(/[\s"'`]+$/, '')
  const lead = /^[\s"'`]*/.exec(text)?.[0].length ?? 0
  return { from: start + lead, to: start + text.length, label: 'filled in', text: '*' }
}

function isFilledIn(line: string, gap: Mask, masks: Mask[]): boolean {
  const text = line.slice(gap.from, gap.to)
  if (!/[\p{L}\d]/u.test(text)) return false
  if (masks.some((mask) => mask.from <= gap.from && mask.to >= gap.to)) return false
  return !(NAME_OR_CODE.test(text) && NAMING.test(line.slice(0, gap.from)))
}

function mergeMasks(masks: Mask[], gaps: Mask[]): Mask[] {
  const outside = masks.filter((mask) => !gaps.some((gap) => mask.from < gap.to && mask.to > gap.from))
  return [...outside, ...gaps].toSorted((a, b) => a.from - b.from)
}
