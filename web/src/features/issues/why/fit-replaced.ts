import type { Part } from './part.ts'

/** A piece of a message: what counts, or what was replaced and by which name. */
export type Piece = { kind: 'kept'; text: string } | { kind: 'replaced'; text: string; label: string }

/**
 * The spans of a part belong to the message that it was made from, which is not kept. Among `texts`, the one that
 * they fit is cut into pieces; undefined where none does.
 */
export function fitReplaced({ value, replaced = [] }: Part, texts: string[]): Piece[] | undefined {
  if (replaced.length === 0) return undefined
  return texts.map((text) => cutAt(firstLine(text), replaced)).find((pieces) => fits(pieces, value))
}

function cutAt(line: string, spans: NonNullable<Part['replaced']>): Piece[] {
  const pieces: Piece[] = []
  let end = 0
  for (const { from, to, label } of spans.toSorted((a, b) => a.from - b.from)) {
    if (from < end || to > line.length) continue
    if (from > end) pieces.push({ kind: 'kept', text: line.slice(end, from) })
    pieces.push({ kind: 'replaced', text: line.slice(from, to), label })
    end = to
  }
  if (end < line.length) pieces.push({ kind: 'kept', text: line.slice(end) })
  return pieces
}

/** The words that are kept stand in the value in the same order, in lower case and without the signs at their ends. */
function fits(pieces: Piece[], value: string): boolean {
  let at = 0
  let count = 0
  for (const { kind, text } of pieces) {
    if (kind === 'replaced') count++
    const words = kind === 'kept' ? bare(text) : ''
    const found = value.toLowerCase().indexOf(words, at)
    if (found === -1) return false
    at = found + words.length
  }
  return count > 0
}

function bare(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[\s,;:/x+-]+|[\s,;:/x+-]+$/g, '')
}

function firstLine(text: string): string {
  return (
    text
      .trimStart()
      .split(/[\r\n]/, 1)[0]
      ?.trimEnd() ?? ''
  )
}
