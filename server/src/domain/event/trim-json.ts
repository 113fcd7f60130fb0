import { defaultEventBounds } from './event-bounds.ts'
import type { Json } from './event.ts'
import type { Note } from './meta.ts'
import type { JsonObject } from './read-json.ts'
import { trimText } from './trim-text.ts'

export interface Bounds {
  chars: number
  /** Levels of objects and lists that stay; what lies deeper becomes its JSON text. */
  depth?: number
  /** Of one text. */
  value?: number
}

const { depthStored, valueChars } = defaultEventBounds

/**
 * Cuts a bag of data to a budget of characters as they are written, its texts to theirs, and to a depth. What was cut
 * is noted under the path of the bag; a bag within its bounds is given back as it is.
 */
export function trimJson(
  bag: JsonObject,
  { chars, depth = depthStored, value = valueChars }: Bounds,
  path: string[],
  notes: Note[],
): JsonObject {
  if (isWithin(bag, depth, value, { left: chars })) return bag
  return cutObject(bag, path, { left: chars, levels: depth, longest: value, notes })
}

/** Cuts each member to a budget of its own. */
export function trimMembers(
  bag: JsonObject,
  bounds: Required<Bounds>,
  path: string[],
  notes: Note[],
): JsonObject {
  const { chars, depth, value } = bounds
  const levels = depth - 1
  let trimmed = bag
  for (const [key, item] of Object.entries(bag)) {
    if (isWithin(item, levels, value, { left: chars })) continue
    if (trimmed === bag) trimmed = Object.fromEntries(Object.entries(bag))
    const kept = cut(item, [...path, key], { left: chars, levels, longest: value, notes })
    Object.defineProperty(trimmed, key, { value: kept })
  }
  return trimmed
}

/** Looks before it cuts: nearly every bag is small, and looking makes no copy. */
function isWithin(value: Json, levels: number, longest: number, budget: { left: number }): boolean {
  if (typeof value === 'string') {
    budget.left -= value.length + 2
    return value.length <= longest && budget.left >= 0
  }
  if (typeof value !== 'object' || value === null) {
    budget.left -= costOf(value)
    return budget.left >= 0
  }
  if (levels === 0) return false
  budget.left -= 2
  if (Array.isArray(value)) {
    budget.left -= value.length
    return budget.left >= 0 && value.every((item) => isWithin(item, levels - 1, longest, budget))
  }
  for (const key of Object.keys(value)) {
    budget.left -= key.length + 4
    if (!isWithin(value[key] ?? null, levels - 1, longest, budget)) return false
  }
  return budget.left >= 0
}

function costOf(value: number | boolean | null): number {
  return String(value).length
}

interface Cutting {
  left: number
  levels: number
  longest: number
  notes: Note[]
}

function cut(value: Json, path: string[], cutting: Cutting): Json {
  if (typeof value === 'string') return cutString(value, path, cutting)
  if (typeof value !== 'object' || value === null) {
    cutting.left -= costOf(value)
    return value
  }
  if (cutting.levels === 0) return flattened(value, path, cutting)
  return Array.isArray(value) ? cutList(value, path, cutting) : cutObject(value, path, cutting)
}

function flattened(value: Json, path: string[], cutting: Cutting): string {
  const text = JSON.stringify(value)
  cutting.notes.push({ path, remark: { rem: [['!depth', 's', 0, text.length]] } })
  return cutString(text, path, cutting)
}

function cutString(text: string, path: string[], cutting: Cutting): string {
  const room = Math.max(Math.min(cutting.left - 2, cutting.longest), 0)
  const kept = trimText(text, room, path, cutting.notes)
  cutting.left -= kept.length + 2
  return kept
}

function cutList(list: Json[], path: string[], cutting: Cutting): Json[] {
  const kept: Json[] = []
  cutting.left -= 2
  cutting.levels -= 1
  for (const [index, item] of list.entries()) {
    if (cutting.left <= 0) break
    cutting.left -= 1
    kept.push(cut(item, [...path, String(index)], cutting))
  }
  cutting.levels += 1
  if (kept.length < list.length)
    cutting.notes.push({ path, remark: { len: list.length }, order: [...kept.keys()] })
  return kept
}

function cutObject(object: JsonObject, path: string[], cutting: Cutting): JsonObject {
  const kept: [string, Json][] = []
  const entries = Object.entries(object)
  cutting.left -= 2
  cutting.levels -= 1
  for (const [key, item] of entries) {
    if (cutting.left <= key.length + 4) continue
    cutting.left -= key.length + 4
    kept.push([key, cut(item, [...path, key], cutting)])
  }
  cutting.levels += 1
  const { length } = entries
  // The range counts keys: it says how many are gone.
  if (kept.length < length)
    cutting.notes.push({ path, remark: { len: length, rem: [['!limit', 'x', kept.length, length]] } })
  return Object.fromEntries(kept)
}
