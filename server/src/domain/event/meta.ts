import type { Json } from './event.ts'
import { cutText } from './read-json.ts'

/** A rule and a range of the text as it is now: replaced (`s`), or removed (`x`). */
export type Removal = [rule: string, kind: 's' | 'x', from: number, to: number]

/**
 * What was done to one value, in Sentry's form: the length it had, the ranges that were replaced or removed, what was
 * wrong with it, and what the client had said.
 */
export interface Remark {
  len?: number
  rem?: Removal[]
  err?: string[]
  val?: Json
}

export interface Note {
  path: string[]
  remark: Remark
  /** Of a text that was cut: where earlier remarks about ranges of it lie since. */
  cut?: Cut
  /** Of a list that was cut: which items are left, by the places that they had. */
  order?: number[]
}

/** What stood from `from` until `until` is replaced by what stands from `from` to `to`. */
export interface Cut {
  from: number
  until: number
  to: number
}

/** An event that is wrong in ten thousand places needs no ten thousand notes. */
export const mostNotes = 1_000
const longestQuote = 500

export function invalid(path: string[], said: Json, error = 'invalid_data'): Note {
  return { path, remark: { err: [error], val: cutText(JSON.stringify(said), longestQuote) } }
}
