import type { Json } from './event.ts'
import { asObject, cutText, type JsonObject } from './read-json.ts'

/**
 * What was done to one value, in Sentry's form: the length it had, the ranges that were replaced (`s`) or removed
 * (`x`), what was wrong with it, and what the client had said.
 */
export interface Remark {
  len?: number
  rem?: [rule: string, kind: 's' | 'x', from: number, to: number][]
  err?: string[]
  val?: Json
}

export interface Note {
  path: string[]
  remark: Remark
}

/** An event that is wrong in a thousand places needs no thousand notes. */
export const mostNotes = 100
const longestQuote = 500

export function invalid(path: string[], said: Json, error = 'invalid_data'): Note {
  return { path, remark: { err: [error], val: cutText(JSON.stringify(said), longestQuote) } }
}

/** Adds notes to a `_meta` tree: it mirrors the event, and what is said of a value stands under its key "". */
export function addNotes(meta: Json | undefined, notes: Note[]): JsonObject | undefined {
  const tree = asObject(meta)
  if (notes.length === 0) return tree
  return notes.slice(0, mostNotes).reduce<JsonObject>((all, note) => place(all, note, 0), tree ?? {})
}

function place(tree: JsonObject, note: Note, depth: number): JsonObject {
  const key = note.path[depth]
  // Who cut first knew how long it had been.
  if (key === undefined) return { ...tree, '': { ...note.remark, ...asObject(tree['']) } }
  const below = Object.hasOwn(tree, key) ? asObject(tree[key]) : undefined
  return { ...tree, [key]: place(below ?? {}, note, depth + 1) }
}
