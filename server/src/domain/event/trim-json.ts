import type { Json } from './event.ts'
import type { Note } from './meta.ts'
import { cutText, type JsonObject } from './read-json.ts'

const deepest = 10

export interface Bounds {
  chars: number
  /** Levels of objects and lists that stay; what lies deeper becomes its JSON text. */
  depth?: number
}

/**
 * Cuts a bag of data to a budget of characters and to a depth. What was cut is noted under the path of the bag;
 * a bag within its bounds is given back as it is.
 */
export function trimJson(
  bag: JsonObject,
  { chars, depth = deepest }: Bounds,
  path: string[],
  notes: Note[],
): JsonObject {
  if (isWithin(bag, depth, { left: chars })) return bag
  return cutObject(bag, path, { left: chars, levels: depth, notes })
}

/** Looks before it cuts: nearly every bag is small, and looking makes no copy. */
function isWithin(value: Json, levels: number, budget: { left: number }): boolean {
  if (typeof value !== 'object' || value === null) budget.left -= costOf(value)
  else if (levels === 0) return false
  else if (Array.isArray(value)) return value.every((item) => isWithin(item, levels - 1, budget))
  else {
    for (const key of Object.keys(value)) {
      budget.left -= key.length + 4
      if (!isWithin(value[key] ?? null, levels - 1, budget)) return false
    }
  }
  return budget.left >= 0
}

function costOf(value: string | number | boolean | null): number {
  return typeof value === 'string' ? value.length + 2 : 8
}

interface Cutting {
  left: number
  levels: number
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
  const room = Math.max(cutting.left, 0)
  cutting.left -= text.length + 2
  if (text.length <= room) return text
  const head = cutText(text, Math.max(room - 3, 0))
  const rem: [string, 's', number, number] = ['!limit', 's', head.length, head.length + 3]
  cutting.notes.push({ path, remark: { len: text.length, rem: [rem] } })
  return `${head}...`
}

function cutList(list: Json[], path: string[], cutting: Cutting): Json[] {
  const kept: Json[] = []
  cutting.levels -= 1
  for (const [index, item] of list.entries()) {
    if (cutting.left <= 0) break
    kept.push(cut(item, [...path, String(index)], cutting))
  }
  cutting.levels += 1
  if (kept.length < list.length) cutting.notes.push({ path, remark: { len: list.length } })
  return kept
}

function cutObject(object: JsonObject, path: string[], cutting: Cutting): JsonObject {
  const kept: [string, Json][] = []
  const entries = Object.entries(object)
  cutting.levels -= 1
  for (const [key, item] of entries) {
    if (cutting.left <= 0) break
    cutting.left -= key.length + 4
    kept.push([key, cut(item, [...path, key], cutting)])
  }
  cutting.levels += 1
  if (kept.length < entries.length) cutting.notes.push({ path, remark: { len: entries.length } })
  return Object.fromEntries(kept)
}
