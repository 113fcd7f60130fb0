/**
 * The envelope: a line of headers, then items, each a line of headers and a payload.
 *
 *     envelope = header-json  [ LF item ]*  [ LF ]
 *     item     = item-header-json LF payload
 *
 * With `length` in its header a payload has exactly that many bytes; without, it runs to the next LF.
 */
export interface Envelope {
  headers: Record<string, unknown>
  items: EnvelopeItem[]
}

export interface EnvelopeItem {
  headers: Record<string, unknown> & { type: string }
  /** A view of the envelope's bytes, not a copy. */
  payload: Uint8Array
}

export interface EnvelopeLimits {
  maxItems: number
  maxHeaderLineBytes: number
}

/** The bytes are not an envelope; the message says what was wrong, and where. */
export class EnvelopeError extends Error {
  override readonly name = 'EnvelopeError'
  /** `too_large`: it may be an envelope, but more of one than the limits allow. */
  readonly kind: 'malformed' | 'too_large'

  constructor(message: string, options: ErrorOptions & { kind?: EnvelopeError['kind'] } = {}) {
    super(message, options)
    this.kind = options.kind ?? 'malformed'
  }
}

const lineFeed = 10
const defaultLimits: EnvelopeLimits = { maxItems: 1_000, maxHeaderLineBytes: 8 * 1024 }

/** Reads an envelope. Throws `EnvelopeError`: one bad item makes the whole envelope bad, so that nothing is half kept. */
export function parseEnvelope(bytes: Uint8Array, limits: EnvelopeLimits = defaultLimits): Envelope {
  const first = readHeaderLine(bytes, 0, limits, 'the envelope header')
  const items: EnvelopeItem[] = []
  let at = skipBlankLines(bytes, first.next)
  while (at < bytes.length) {
    if (items.length === limits.maxItems)
      throw new EnvelopeError(`it has more than ${limits.maxItems} items.`, { kind: 'too_large' })
    const { item, next } = readItem(bytes, at, limits, items.length + 1)
    items.push(item)
    at = skipBlankLines(bytes, next)
  }
  return { headers: first.headers, items }
}

function readItem(
  bytes: Uint8Array,
  at: number,
  limits: EnvelopeLimits,
  position: number,
): { item: EnvelopeItem; next: number } {
  const { headers, next } = readHeaderLine(bytes, at, limits, `the header of item ${position}`)
  const { type, length } = headers
  if (typeof type !== 'string') throw new EnvelopeError(`the header of item ${position} has no type.`)
  const end =
    length === undefined || length === null ? lineEnd(bytes, next) : next + readLength(length, position)
  if (end > bytes.length) {
    throw new EnvelopeError(
      `item ${position} ends ${end - bytes.length} bytes before its length of ${String(length)}.`,
    )
  }
  if (end < bytes.length && bytes[end] !== lineFeed) {
    throw new EnvelopeError(`item ${position} goes on after its length of ${String(length)} bytes.`)
  }
  return { item: { headers: { ...headers, type }, payload: bytes.subarray(next, end) }, next: end + 1 }
}

function readLength(length: unknown, position: number): number {
  if (typeof length === 'number' && Number.isSafeInteger(length) && length >= 0) return length
  throw new EnvelopeError(`the length of item ${position} is not a whole number of bytes.`)
}

function readHeaderLine(
  bytes: Uint8Array,
  at: number,
  limits: EnvelopeLimits,
  what: string,
): { headers: Record<string, unknown>; next: number } {
  const end = lineEnd(bytes, at)
  if (end - at > limits.maxHeaderLineBytes) {
    throw new EnvelopeError(`${what} is longer than ${limits.maxHeaderLineBytes} bytes.`, {
      kind: 'too_large',
    })
  }
  const headers = parseHeaders(new TextDecoder().decode(bytes.subarray(at, end)), what)
  // The last header may end the envelope: its payload is then empty.
  return { headers, next: Math.min(end + 1, bytes.length) }
}

function parseHeaders(text: string, what: string): Record<string, unknown> {
  let headers: unknown
  try {
    headers = JSON.parse(text)
  } catch (cause) {
    throw new EnvelopeError(`${what} is not JSON.`, { cause })
  }
  if (typeof headers !== 'object' || headers === null || Array.isArray(headers)) {
    throw new EnvelopeError(`${what} is not a JSON object.`)
  }
  return { ...headers }
}

function lineEnd(bytes: Uint8Array, from: number): number {
  const end = bytes.indexOf(lineFeed, from)
  return end === -1 ? bytes.length : end
}

/** Some clients end with an extra line, or put one before an item. */
function skipBlankLines(bytes: Uint8Array, from: number): number {
  let at = from
  while (bytes[at] === lineFeed) at += 1
  return at
}
