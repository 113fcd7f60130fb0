/** A property of a hostile object; undefined when reading it throws. */
export function readProperty(value: object, key: string): unknown {
  try {
    return Reflect.get(value, key)
  } catch {
    return undefined
  }
}

/** Any value as text, cut; never throws, whatever its `toString` does. */
export function textOf(value: unknown, longest = 8_192): string {
  try {
    // As text, lists and bytes are as long as they have items.
    if (ArrayBuffer.isView(value)) return '[binary data]'
    return String(Array.isArray(value) ? value.slice(0, 100) : value).slice(0, longest)
  } catch {
    return '[unreadable]'
  }
}

/** The first items of an array, even of one that traps its reading; undefined when it is none. */
export function firstItems(value: unknown, most: number): unknown[] | undefined {
  try {
    return Array.isArray(value) ? Array.prototype.slice.call(value, 0, most) : undefined
  } catch {
    return undefined
  }
}

/** Whether the value has an identity, by which it can be known again. */
export function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function'
}

/** Whether the value has named properties: the items of a text or of bytes are none. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value)
}
