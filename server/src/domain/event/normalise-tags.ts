import type { Json } from './event.ts'
import { asPairs } from './read-json.ts'

const longestKey = 200
const longestValue = 200
const mostTags = 100
/** These are attributes of the event, and become tags from there. */
const reserved = new Set(['release', 'dist', 'user', 'filename', 'function', 'environment'])

/** Tags from an object or pairs; the first of equal keys counts. Too long a key or value is left out, not cut. */
export function normaliseTags(value: Json | undefined): Record<string, string> {
  const tags = new Map<string, string>()
  for (const [rawKey, rawValue] of asPairs(value)) {
    const key = rawKey.trim().replaceAll(/\s/g, '-')
    const text = rawValue.trim()
    if (key === '' || key.length > longestKey || reserved.has(key) || tags.has(key)) continue
    if (text === '' || text.length > longestValue || text.includes('\n')) continue
    tags.set(key, text)
    if (tags.size === mostTags) break
  }
  return Object.fromEntries(tags)
}
