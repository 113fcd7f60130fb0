const deepest = 4
const mostItems = 100
const longestText = 16_384

/**
 * Any value as plain JSON data, in bounded time: what a getter throws, a cycle, a function or a huge list
 * becomes a short text instead. Never throws, and calls nothing of the value but its getters.
 */
export function normaliseValue(value: unknown): unknown {
  return normalise(value, 0, new Set(), { itemsLeft: 1_000 })
}

interface Budget {
  itemsLeft: number
}

function normalise(value: unknown, depth: number, parents: Set<object>, budget: Budget): unknown {
  budget.itemsLeft -= 1
  switch (typeof value) {
    case 'string':
      return value.length > longestText ? `${value.slice(0, longestText)}…` : value
    case 'number':
      return Number.isFinite(value) ? value : String(value)
    case 'boolean':
      return value
    case 'undefined':
      return '[undefined]'
    case 'object':
      return value === null ? null : normaliseObject(value, depth, parents, budget)
    case 'function':
      return '[function]'
    default:
      return `${String(value)}`
  }
}

function normaliseObject(value: object, depth: number, parents: Set<object>, budget: Budget): unknown {
  if (parents.has(value)) return '[circular]'
  if (depth >= deepest || budget.itemsLeft <= 0) return Array.isArray(value) ? '[array]' : '[object]'
  parents.add(value)
  try {
    return describeObject(value, depth, parents, budget)
  } catch {
    return '[unreadable]'
  } finally {
    parents.delete(value)
  }
}

function describeObject(value: object, depth: number, parents: Set<object>, budget: Budget): unknown {
  if (value instanceof Error) return `${readText(value, 'name')}: ${readText(value, 'message')}`
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '[invalid date]' : value.toISOString()
  if (Array.isArray(value)) {
    const items: unknown[] = []
    for (let at = 0; at < Math.min(value.length, mostItems) && budget.itemsLeft > 0; at += 1) {
      items.push(normalise(read(value, String(at)), depth + 1, parents, budget))
    }
    return items
  }
  const entries: [string, unknown][] = []
  for (const key in value) {
    if (entries.length >= mostItems || budget.itemsLeft <= 0) break
    if (Object.hasOwn(value, key))
      entries.push([key, normalise(read(value, key), depth + 1, parents, budget)])
  }
  return Object.fromEntries(entries)
}

function read(value: object, key: string): unknown {
  try {
    return Reflect.get(value, key)
  } catch {
    return '[getter threw]'
  }
}

function readText(value: object, key: string): string {
  const text = read(value, key)
  return typeof text === 'string' ? text.slice(0, 1_000) : ''
}
