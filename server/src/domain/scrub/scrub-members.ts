import type { Json } from '../event/event.ts'
import type { JsonObject } from '../event/read-json.ts'
import { mapSame } from './keep-same.ts'
import { scrubBareText, shownName } from './scrub-text.ts'
import type { Reading } from './text/find.ts'
import { inside, type Walk } from './walk.ts'

/** The same record unless a value or a name changes; names are read as `reading`, for they may hold secrets too. */
export function mapNamed<Value>(
  record: Record<string, Value>,
  walk: Walk,
  reading: Reading,
  map: (value: Value, name: string) => Value,
): Record<string, Value> {
  let hasChanged = false
  const entries = Object.entries(record).map(([name, value], at): [string, Value] => {
    const shown = walk.rules.judge(name).mayHide ? shownName(name, at, walk, reading) : name
    const mapped = map(value, shown)
    if (mapped !== value || shown !== name) hasChanged = true
    return [shown, mapped]
  })
  return hasChanged ? Object.fromEntries(entries) : record
}

/** Members whose names say nothing about secrets: only what a value shows by itself is removed. */
export function scrubMembers(object: JsonObject, walk: Walk): JsonObject {
  return mapNamed(object, walk, 'path', (value, name) => scrubMember(value, name, walk))
}

export function scrubMember(value: Json, name: string, walk: Walk): Json {
  if (typeof value === 'string') return scrubBareText(value, name, walk, 'path')
  if (typeof value !== 'object' || value === null) return value
  return inside(walk, name, () =>
    Array.isArray(value)
      ? mapSame(value, (item, at) => scrubMember(item, String(at), walk))
      : scrubMembers(value, walk),
  )
}
