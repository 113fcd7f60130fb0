import type { Replaced } from '../grouping.ts'
import { translateEngineWords } from './engine-words.ts'
import { errnoOperandAt } from './errno-operand.ts'
import { firstLine } from './first-line.ts'
import { isJsonError } from './json-errors.ts'
import { findMasks, type Mask } from './mask.ts'
import { translateJvmWords } from './jvm-words.ts'
import { translateRubyWords } from './ruby-words.ts'
import { textOfValidation } from './validation-message.ts'
import { anchorToSource } from './source-anchor.ts'
import { templateOfLoneValue } from './lone-value.ts'
import type { Template } from './template.ts'

/** What remains of a longer template would only be data that no pattern recognised. */
const MAX_TEMPLATE = 300

export interface MessageSource {
  type: string
  value: string
  javascript: boolean
  /** Source lines of the throwing code, innermost first. */
  sources: string[]
}

export function buildTemplate({ type, value, javascript, sources }: MessageSource): Template {
  const refused = textOfValidation(type, value)
  // Its spans are none of the first line's.
  if (refused !== undefined)
    return { text: finish(render(refused, findMasks(refused))), replaced: [], engine: false }
  const line = firstLine(value)
  const word = engineWord(type, line, javascript)
  if (word !== undefined) return { text: word, replaced: [], engine: true }
  const lone = templateOfLoneValue(type, line, sources)
  if (lone) return lone
  const masks = cutOperand(line, anchorToSource(line, findMasks(line, type), sources))
  return { text: finish(render(line, masks)), replaced: masks.map(toReplaced), engine: false }
}

function finish(rendered: string): string {
  return sortKeyList(collapse(rendered)).slice(0, MAX_TEMPLATE)
}

function engineWord(type: string, line: string, javascript: boolean): string | undefined {
  if (isJsonError(type)) return 'json-parse'
  if (javascript) return translateEngineWords(type, line)
  return translateJvmWords(type, line) ?? translateRubyWords(type, line)
}

function cutOperand(line: string, masks: Mask[]): Mask[] {
  const from = errnoOperandAt(line)
  if (from === undefined) return masks
  const operand = { from, to: line.length, label: 'operand', text: '' }
  return [...masks.filter((mask) => mask.to <= from), operand]
}

function render(line: string, masks: Mask[]): string {
  let text = ''
  let end = 0
  for (const mask of masks) {
    if (mask.from < end) continue
    text += line.slice(end, mask.from) + mask.text
    end = mask.to
  }
  return text + line.slice(end)
}

/** "12, 14, 9" and "12, 14" are both a list. Case and spacing differ between versions of one library. */
function collapse(text: string): string {
  return text
    .replace(/\*(?:[\s,;:/x+-]*\*)+/g, '*')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
}

/** SDKs list the keys of a thrown object in the order in which they were set. */
function sortKeyList(text: string): string {
  const match = /^(.{0,80}\bwith keys: )(.+)$/.exec(text)
  if (!match?.[1] || !match[2]) return text
  return match[1] + match[2].split(', ').toSorted().join(', ')
}

function toReplaced({ from, to, label }: Mask): Replaced {
  return { from, to, label }
}
