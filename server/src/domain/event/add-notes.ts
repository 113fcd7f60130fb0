import type { Json } from './event.ts'
import { mostNotes, type Cut, type Note } from './meta.ts'
import { asList, asObject, type JsonObject } from './read-json.ts'

/** A node of the tree that was opened for a change: each is copied once, however many notes it takes. */
type Branch = Map<string, Json | Branch>

/**
 * Adds notes to a `_meta` tree: it mirrors the event, and what is said of a value stands under its key "". Notes are
 * taken in their order: after a list was cut, paths into it count what is left.
 */
export function addNotes(meta: Json | undefined, notes: Note[]): JsonObject | undefined {
  const tree = asObject(meta)
  if (notes.length === 0) return tree
  const root = open(tree)
  for (const [index, note] of notes.entries())
    // A list that was cut moves the notes of others, so it is never one too many.
    if (index < mostNotes || note.order !== undefined) place(root, note)
  return close(root)
}

function open(object: JsonObject | undefined): Branch {
  return new Map(Object.entries(object ?? {}))
}

/** `fromEntries` defines own properties, so "__proto__" stays data. */
function close(branch: Branch): JsonObject {
  return Object.fromEntries(
    [...branch].map(([key, member]): [string, Json] => [key, member instanceof Map ? close(member) : member]),
  )
}

function place(root: Branch, { path, remark, cut, order }: Note): void {
  // Under "" is the note of the value itself: what has no name is noted where it is in.
  const unnamed = path.indexOf('')
  const named = unnamed === -1 ? path : path.slice(0, unnamed)
  const branch = named.reduce(inside, root)
  if (order !== undefined && unnamed === -1) reorder(branch, order)
  const known = branch.get('')
  const before = known instanceof Map ? undefined : asObject(known)
  const rem = [...remarksAfter(before?.['rem'], cut), ...(remark.rem ?? [])]
  const err = [...(asList(before?.['err']) ?? []), ...(remark.err ?? [])]
  branch.set('', {
    ...remark,
    // Who cut first knew how long it had been.
    ...before,
    ...(rem.length > 0 && { rem }),
    ...(err.length > 0 && { err }),
  })
}

function inside(branch: Branch, key: string): Branch {
  const member = branch.get(key)
  if (member instanceof Map) return member
  const opened = open(asObject(member))
  branch.set(key, opened)
  return opened
}

const isIndex = /^\d+$/

function reorder(branch: Branch, order: number[]): void {
  const moved = order.flatMap((from, to): [string, Json | Branch][] => {
    const member = branch.get(String(from))
    return member === undefined ? [] : [[String(to), member]]
  })
  for (const key of branch.keys()) if (isIndex.test(key)) branch.delete(key)
  for (const [key, member] of moved) branch.set(key, member)
}

/** What was said of a text that is cut since: its ranges are shifted, and end where the cut begins. */
function remarksAfter(rem: Json | undefined, cut: Cut | undefined): Json[] {
  const list = asList(rem) ?? []
  return cut === undefined ? list : list.flatMap((removal) => moveRemoval(removal, cut))
}

function moveRemoval(removal: Json, { from, until, to }: Cut): Json[] {
  const [rule, kind, start, end] = asList(removal) ?? []
  if (rule === undefined || kind === undefined) return []
  if (typeof start !== 'number' || typeof end !== 'number') return [removal]
  const movedStart = start < from ? start : start < until ? to : start - until + to
  const movedEnd = end <= from ? end : end <= until ? from : end - until + to
  return movedStart < movedEnd || start === end
    ? [[rule, kind, movedStart, Math.max(movedStart, movedEnd)]]
    : []
}
