import type { Json } from './event.ts'

const keysPerObject = 1_000
const keysInAll = 20_000

/**
 * Makes a parsed tree safe and equal on both stores: NUL (which PostgreSQL refuses and SQLite cuts at) and lone
 * surrogates become U+FFFD, numbers that are not finite become null, keys beyond the limits are left out, and
 * `__proto__` is a key like any other. The tree is at most as deep as `parseEventJson` lets through.
 */
export function cleanTree(value: unknown): Json {
  return clean(value, { keysLeft: keysInAll })
}

interface Budget {
  keysLeft: number
}

function clean(value: unknown, budget: Budget): Json {
  if (typeof value === 'string') return cleanText(value)
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value === 'boolean') return value
  if (Array.isArray(value)) return cleanList(value, budget)
  if (typeof value === 'object' && value !== null) return cleanObject(value, budget)
  return null
}

function cleanList(list: unknown[], budget: Budget): Json[] {
  const kept = list.slice(0, Math.max(budget.keysLeft, 0))
  budget.keysLeft -= kept.length
  return kept.map((item) => clean(item, budget))
}

function cleanObject(object: object, budget: Budget): { [key: string]: Json } {
  const entries = Object.entries(object).slice(0, Math.max(Math.min(keysPerObject, budget.keysLeft), 0))
  budget.keysLeft -= entries.length
  // fromEntries defines own properties, so "__proto__" stays data.
  return Object.fromEntries(entries.map(([key, item]) => [cleanText(key), clean(item, budget)]))
}

function cleanText(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD')
}
