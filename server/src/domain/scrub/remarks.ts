import type { Json } from '../event/event.ts'
import { asList, asObject, type JsonObject } from '../event/read-json.ts'
import type { Rule } from './text/find.ts'

/** Where something was removed, as Sentry writes it: the rule, "s" for replaced or "x" for removed, and the new range. */
export type Removal = [rule: Rule, kind: 's', start: number, end: number] | [rule: Rule, kind: 'x']

/** What was removed from one event: a tree that mirrors it. */
export interface Remarks {
  members: Map<string, Remarks>
  removals: Removal[]
  /** Length of the text before anything was removed. */
  length?: number
}

export function noRemarks(): Remarks {
  return { members: new Map(), removals: [] }
}

/** A hostile text could hold thousands; whoever reads it has understood after some. */
const mostRemovals = 200

export function addRemark(
  root: Remarks,
  path: readonly string[],
  removals: Removal[],
  length?: number,
): void {
  let node = root
  for (const key of path) {
    // Under "" is the note of the value itself: what has no name is noted where it is in.
    if (key === '') break
    const member = node.members.get(key) ?? noRemarks()
    node.members.set(key, member)
    node = member
  }
  for (const removal of removals) if (node.removals.length < mostRemovals) node.removals.push(removal)
  if (length !== undefined) node.length = length
}

export function isEmpty(remarks: Remarks): boolean {
  return remarks.members.size === 0 && remarks.removals.length === 0
}

/** Joins them to the notes that are there already: those of the client, and of steps before. */
export function mergeRemarks(meta: Json | undefined, remarks: Remarks): JsonObject {
  const known = asObject(meta) ?? {}
  const members = [...remarks.members].map(([key, member]): [string, Json] => [
    key,
    mergeRemarks(own(known, key), member),
  ])
  const merged = [...Object.entries(known), ...members]
  if (remarks.removals.length > 0) merged.push(['', mergeNote(asObject(own(known, '')), remarks)])
  // fromEntries defines own properties, so "__proto__" stays data.
  return Object.fromEntries(merged)
}

function mergeNote(note: JsonObject | undefined, { removals, length }: Remarks): JsonObject {
  return {
    ...note,
    rem: [...(asList(note?.['rem']) ?? []), ...removals],
    ...(length !== undefined && note?.['len'] === undefined && { len: length }),
  }
}

function own(object: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined
}
