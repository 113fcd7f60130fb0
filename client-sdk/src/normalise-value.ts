import { textOf } from './read-safely.ts'

const mostItems = 100
const longestText = 8_192
/** How deep data is told; what lies below is named only. */
const dataDepth = 4

/**
 * Any value as plain JSON data, in bounded time and size: what a getter throws, a cycle, a function or a huge
 * list becomes a short text instead. Never throws, and calls nothing of the value but its getters.
 */
export function normaliseValue(value: unknown, deepest = dataDepth): unknown {
  return normalise(value, { deepest, itemsLeft: 1_000, charsLeft: 200_000, parents: new Set() }, 0)
}

interface Budget {
  deepest: number
  itemsLeft: number
  charsLeft: number
  parents: Set<object>
}

function normalise(value: unknown, budget: Budget, depth: number): unknown {
  budget.itemsLeft -= 1
  switch (typeof value) {
    case 'string':
      return spend(value, budget)
    case 'number':
      return Number.isFinite(value) ? value : String(value)
    case 'boolean':
      return value
    case 'undefined':
      return '[undefined]'
    case 'object':
      return value === null ? null : normaliseObject(value, budget, depth)
    case 'function':
      return '[function]'
    default:
      return spend(textOf(value), budget)
  }
}

/** Cuts a text to what is left for all of them together. */
function spend(text: string, budget: Budget): string {
  const most = Math.min(longestText, Math.max(budget.charsLeft, 0))
  budget.charsLeft -= text.length
  return text.length > most ? `${text.slice(0, most)}…` : text
}

function normaliseObject(value: object, budget: Budget, depth: number): unknown {
  const { parents } = budget
  if (parents.has(value)) return '[circular]'
  parents.add(value)
  try {
    return describeObject(value, budget, depth)
  } catch {
    return '[unreadable]'
  } finally {
    parents.delete(value)
  }
}

function describeObject(value: object, budget: Budget, depth: number): unknown {
  if (value instanceof Error)
    return spend(`${readText(value, 'name')}: ${readText(value, 'message')}`, budget)
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '[invalid date]' : value.toISOString()
  // Its items would be named one by one: megabytes of digits.
  if (ArrayBuffer.isView(value)) return `[binary data of ${value.byteLength} bytes]`
  const isList = Array.isArray(value)
  if (depth >= budget.deepest || budget.itemsLeft <= 0) return isList ? '[array]' : '[object]'
  if (isList) return listItems(value.length, (at) => read(value, String(at)), budget, depth)
  if (value instanceof Map)
    return listItems(value.size, nextOf(Map.prototype.entries.call(value)), budget, depth)
  if (value instanceof Set)
    return listItems(value.size, nextOf(Set.prototype.values.call(value)), budget, depth)
  const entries: [string, unknown][] = []
  for (const key in value) {
    if (entries.length >= mostItems || budget.itemsLeft <= 0) break
    if (Object.hasOwn(value, key))
      entries.push([spend(key, budget), normalise(read(value, key), budget, depth + 1)])
  }
  return Object.fromEntries(entries)
}

function listItems(
  length: number,
  itemAt: (at: number) => unknown,
  budget: Budget,
  depth: number,
): unknown[] {
  const items: unknown[] = []
  for (let at = 0; at < Math.min(length, mostItems) && budget.itemsLeft > 0; at += 1) {
    items.push(normalise(itemAt(at), budget, depth + 1))
  }
  return items
}

function nextOf(iterator: Iterator<unknown>): () => unknown {
  return () => iterator.next().value
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
  return typeof text === 'string' ? text : ''
}
