import type { Json } from './event.ts'
import { invalid, type Note } from './meta.ts'
import { asEntries, asText } from './read-json.ts'

const longestKey = 200
const longestValue = 200
const mostTags = 100
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
export function normaliseTags(value: Json | undefined): Tags {
  const tags = new Map<string, string>()
  const notes: Note[] = []
  const entries = asEntries(value)
  for (const [rawKey, rawValue] of entries) {
    const key = rawKey.trim().replaceAll(/\s/g, '-')
    const text = tagText(rawValue)
    if (text === '' || reserved.has(key) || tags.has(key)) continue
    const error = errorOf(key, text)
    if (text === undefined || error !== undefined)
      notes.push(invalid(['tags', key.slice(0, longestKey)], rawValue, error))
    else if (tags.size < mostTags) tags.set(key, text)
  }
  if (entries.length > mostTags && tags.size === mostTags)
    notes.push({ path: ['tags'], remark: { len: entries.length } })
  return { tags: Object.fromEntries(tags), notes }
}

/** Booleans read as Sentry shows them. Null and empty are no tag; undefined is what cannot be one. */
function tagText(value: Json): string | undefined {
  if (value === null || value === '') return ''
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  return asText(value)?.trim()
}

function errorOf(key: string, text: string | undefined): string | undefined {
  if (key === '' || text === undefined || /[\r\n]/.test(text)) return 'invalid_data'
  return key.length > longestKey || text.length > longestValue ? 'value_too_long' : undefined
}
