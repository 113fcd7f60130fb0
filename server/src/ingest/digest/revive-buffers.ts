/** What came from another thread, where Buffers arrive as plain arrays of bytes. */
export function reviveBuffers<Value>(value: Value): Value {
  return revived(value) as Value
}

function revived(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value.buffer, value.byteOffset, value.byteLength)
  if (Array.isArray(value)) return value.map(revived)
  if (typeof value !== 'object' || value === null || value instanceof Error) return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, revived(member)]))
}
