import type { Json } from './event.ts'

export type JsonObject = { [key: string]: Json }

/** Reading of values that a client may have sent in any shape: what does not fit is undefined. */
export function asObject(value: Json | undefined): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined
}

export function asList(value: Json | undefined): Json[] | undefined {
  return Array.isArray(value) ? value : undefined
}

/** Numbers and booleans are texts too: ids, tags and versions come as either. Empty is absent. */
export function asText(value: Json | undefined, longest = Infinity): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (typeof value !== 'string' || value === '') return undefined
  return cutText(value, longest)
}

/** A text that stands in one line, such as a release or the name of a logger. Blank is absent. */
export function asName(value: Json | undefined, longest = Infinity): string | undefined {
  const name = asText(value)
    ?.trim()
    .replaceAll(/[\r\n]+/g, ' ')
  return name === undefined || name === '' ? undefined : cutText(name, longest).trimEnd()
}

/** The beginning of a text, without half a surrogate pair at its end. */
export function cutText(text: string, longest: number): string {
  if (text.length <= longest) return text
  const last = text.charCodeAt(longest - 1)
  return text.slice(0, last >= 0xd8_00 && last <= 0xdb_ff ? longest - 1 : longest)
}

export function asNumber(value: Json | undefined): number | undefined {
  if (typeof value === 'number') return value
  if (typeof value !== 'string' || value.trim() === '') return undefined
  const number = Number(value)
  return Number.isFinite(number) ? number : undefined
}

export function asBoolean(value: Json | undefined): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined
}

/** What a client sent as `{values: […]}`, as a bare list or as one bare object: each of them is in use. */
export function listOf(value: Json | undefined): Json[] {
  const object = asObject(value)
  if (object === undefined) return asList(value) ?? []
  const values = object['values']
  if (values === undefined || values === null) return [object]
  return asList(values) ?? [values]
}

export function asValues(value: Json | undefined): JsonObject[] {
  return listOf(value)
    .map(asObject)
    .filter((item) => item !== undefined)
}

/** An object, a list of pairs or a list of `{key, value}`, as pairs. */
export function asEntries(value: Json | undefined): [string, Json][] {
  const object = asObject(value)
  return object === undefined ? (asList(value) ?? []).flatMap(entriesOfItem) : Object.entries(object)
}

function entriesOfItem(item: Json): [string, Json][] {
  const object = asObject(item)
  if (object !== undefined && !('key' in object)) return Object.entries(object)
  const [name, content] = object === undefined ? (asList(item) ?? []) : [object['key'], object['value']]
  const key = asText(name)
  return key === undefined ? [] : [[key, content ?? null]]
}

/** As pairs of texts. A value may be empty, or a list, as the headers of PHP are; one that is no text is left out. */
export function asPairs(value: Json | undefined): [string, string][] {
  return asEntries(value).flatMap(([key, item]) => {
    const text = pairText(item)
    return key === '' || text === undefined ? [] : [[key, text] satisfies [string, string]]
  })
}

function pairText(item: Json): string | undefined {
  if (item === '') return ''
  return Array.isArray(item) ? item.flatMap((part) => asText(part) ?? []).join(',') : asText(item)
}

export function nonEmpty<Item>(list: Item[]): Item[] | undefined {
  return list.length > 0 ? list : undefined
}

export function filled<Bag extends object>(bag: Bag | undefined): Bag | undefined {
  return bag !== undefined && Object.keys(bag).length > 0 ? bag : undefined
}

/** Leaves out what is undefined, which `exactOptionalPropertyTypes` tells from absent. */
export function present<Shape extends object>(
  shape: Shape,
): { [Key in keyof Shape]?: NonNullable<Shape[Key]> } {
  const kept: { [Key in keyof Shape]?: NonNullable<Shape[Key]> } = {}
  for (const key in shape) {
    const value = shape[key]
    if (value !== undefined && value !== null) kept[key] = value
  }
  return kept
}
