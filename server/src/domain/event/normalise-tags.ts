import { defaultEventBounds, type EventBounds } from './event-bounds.ts'
import type { Json } from './event.ts'
import { invalid, type Note } from './meta.ts'
import { asEntries, asList, asText, cutText } from './read-json.ts'

/** These are attributes of the event, and become tags from there. */
const reserved = new Set(['release', 'dist', 'user', 'filename', 'function', 'environment'])

interface Tags {
  tags: Record<string, string>
  notes: Note[]
}

/**
 * Tags from an object, pairs or a list of `{key, value}`; the first of equal keys counts. What cannot be a tag is
 * left out and noted, not cut: half a value would be counted as another one.
 */
export function normaliseTags(value: Json | undefined, bounds = defaultEventBounds): Tags {
  const tags = new Map<string, string>()
  const notes = damagedItems(value)
  const entries = asEntries(value)
  const mostTags = bounds.tags
  for (const [rawKey, rawValue] of entries) {
    const key = rawKey.trim().replaceAll(/\s/g, '-')
    const text = tagText(rawValue)
    if (text === '' || reserved.has(key) || tags.has(key)) continue
    const error = errorOf(key, text, bounds)
    if (text === undefined || error !== undefined)
      notes.push(invalid(['tags', cutText(key, bounds.tagKeyChars)], rawValue, error))
    else if (tags.size < mostTags) tags.set(key, text)
  }
  if (entries.length > mostTags && tags.size === mostTags)
    notes.push({ path: ['tags'], remark: { len: entries.length } })
  return { tags: Object.fromEntries(tags), notes }
}

/** Items of a list that are no pair, or one without a value: whoever writes a list means each of them. */
function damagedItems(value: Json | undefined): Note[] {
  return (asList(value) ?? []).flatMap((item, index) => {
    const [entry] = asEntries([item])
    if (entry === undefined) return saysNothing(item) ? [] : [invalid(['tags', String(index)], item)]
    return Array.isArray(item) && entry[1] === null ? [invalid(['tags', entry[0]], null)] : []
  })
}

function saysNothing(item: Json): boolean {
  return item === null || (typeof item === 'object' && Object.keys(item).length === 0)
}

/** Booleans read as Sentry shows them. Null and empty are no tag; undefined is what cannot be one. */
function tagText(value: Json): string | undefined {
  if (value === null || value === '') return ''
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  return asText(value)?.trim()
}

function errorOf(key: string, text: string | undefined, bounds: EventBounds): string | undefined {
  if (key === '' || text === undefined || /[\r\n]/.test(text)) return 'invalid_data'
  return key.length > bounds.tagKeyChars || text.length > bounds.tagValueChars ? 'value_too_long' : undefined
}
