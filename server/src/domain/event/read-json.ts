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
export function asText(value: Json | undefined, longest = 8_192): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (typeof value !== 'string' || value === '') return undefined
  return value.length > longest ? value.slice(0, longest) : value
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

/** `{values: […]}`, a bare list or one bare object: clients send each of them. */
export function asValues(value: Json | undefined): JsonObject[] {
  const object = asObject(value)
  const list = asList(value) ?? asList(object?.['values']) ?? (object === undefined ? [] : [object])
  return list.map(asObject).filter((item) => item !== undefined)
}

/** An object, or a list of pairs, as pairs of texts. */
export function asPairs(value: Json | undefined): [string, string][] {
  const object = asObject(value)
  const entries = object === undefined ? pairsOfList(asList(value) ?? []) : Object.entries(object)
  return entries.flatMap(([key, item]) => {
    const text = Array.isArray(item) ? item.flatMap((part) => asText(part) ?? []).join(',') : asText(item)
    return key === '' || text === undefined ? [] : [[key, text] satisfies [string, string]]
  })
}

function pairsOfList(list: Json[]): [string, Json][] {
  return list.flatMap((item) => {
    const pair = asList(item)
    const key = asText(pair?.[0])
    return key === undefined ? [] : [[key, pair?.[1] ?? null] satisfies [string, Json]]
  })
}

/** Leaves out what is undefined, which `exactOptionalPropertyTypes` tells from absent. */
export function present<Shape extends object>(
  shape: Shape,
): { [Key in keyof Shape]?: NonNullable<Shape[Key]> } {
  const entries = Object.entries(shape).filter(([, value]) => value !== undefined && value !== null)
  return Object.fromEntries(entries) as { [Key in keyof Shape]?: NonNullable<Shape[Key]> }
}
