import type { Notes, Range, Removal } from './read-notes.ts'

/** A text in the pieces that are shown: as it is, a place where something was taken out, one where it was cut. */
export type Piece =
  | { kind: 'text'; text: string }
  | { kind: 'removed'; text: string; rules: string[] }
  | { kind: 'cut'; rule: string; from?: number }

/** Puts the notes where they belong in the text; what has no place stands at its end. */
export function splitText(text: string, { removals, cut }: Notes): Piece[] {
  const marks = placed(text, removals) ?? found(text, removals)
  const cutRange = cut?.range && sliceOf(text, cut.range) === '...' ? cut.range : undefined
  const cutPiece: Piece | undefined = cut && { kind: 'cut', rule: cut.rule, ...fromOf(cut.from) }
  const inner = [...marks, ...(cutRange && cutPiece ? [{ ...cutRange, piece: cutPiece }] : [])]
  const pieces: Piece[] = []
  let from = 0
  for (const { start, end, piece } of inner.toSorted((a, b) => a.start - b.start)) {
    if (start < from) continue
    if (start > from) pieces.push({ kind: 'text', text: text.slice(from, start) })
    pieces.push(piece)
    from = end
  }
  if (from < text.length) pieces.push({ kind: 'text', text: text.slice(from) })
  if (removals.length > 0 && marks.length === 0)
    pieces.push({ kind: 'removed', text: '[removed]', rules: rulesOf(removals) })
  if (cutPiece !== undefined && cutRange === undefined) pieces.push(cutPiece)
  return pieces
}

type Mark = Range & { piece: Piece }

/** undefined: the ranges do not fit the text, because it was cut after they were noted. */
function placed(text: string, removals: Removal[]): Mark[] | undefined {
  const marks = removals.flatMap(({ rule, range }): Mark[] =>
    range === undefined
      ? []
      : [{ ...range, piece: { kind: 'removed', text: sliceOf(text, range), rules: [rule] } }],
  )
  const fit = marks.every(({ start, end }) => isMark(sliceOf(text, { start, end })))
  return fit && marks.length === removals.length && marks.length > 0 ? marks : undefined
}

function found(text: string, removals: Removal[]): Mark[] {
  if (removals.length === 0) return []
  return [...text.matchAll(/\[Filtered\]|\[ip\]/g)].map(({ 0: mark, index }) => ({
    start: index,
    end: index + mark.length,
    piece: { kind: 'removed', text: mark, rules: rulesOf(removals) },
  }))
}

function sliceOf(text: string, { start, end }: Range): string {
  return start >= 0 && start < end ? text.slice(start, end) : ''
}

/** What scrubbers put in place of a secret: a word in brackets, stars, or a hash. */
function isMark(slice: string): boolean {
  return /^(?:\[[^\]]*\]|[*#x]+\S{0,8}|[0-9A-F]{40,64})$/.test(slice)
}

function rulesOf(removals: Removal[]): string[] {
  return [...new Set(removals.map(({ rule }) => rule))]
}

function fromOf(from: number | undefined): { from?: number } {
  return from === undefined ? {} : { from }
}
