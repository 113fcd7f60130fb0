import type { Json } from '../event/event.ts'
import type { JsonObject } from '../event/read-json.ts'

const longestLabel = 64
/** Nothing that scrubbing would change, so that a second one reads the same label. */
const wordy = /^[a-z_][\w -]*$/i

/** `{name: "Authorization", value: "…"}`: lists of headers, fields and variables are often written so. */
export function labelOfValue(object: JsonObject): string | undefined {
  for (const key of ['name', 'key', 'header', 'field']) {
    const label = Object.hasOwn(object, key) ? object[key] : undefined
    if (typeof label === 'string' && label.length <= longestLabel && wordy.test(label)) return label
  }
  return undefined
}

/** `[["token", "…"], …]` */
export function isPairs(list: Json[]): boolean {
  return list.length > 0 && list.every(isPair)
}

function isPair(item: Json): boolean {
  return Array.isArray(item) && item.length === 2 && typeof item[0] === 'string'
}

/** What names the item behind this one: the flag in `["--password", "…"]`, or the name in a flat list of headers. */
export function labelOfItem(
  list: Json[],
  at: number,
  before: Json | undefined,
  listName: string,
): string | undefined {
  if (typeof before !== 'string' || before.length > longestLabel) return undefined
  const isFlat = at % 2 === 1 && list.length % 2 === 0 && /headers$/i.test(listName)
  return isFlat || before.startsWith('-') ? before : undefined
}
