import { constants, gunzipSync, brotliDecompressSync, inflateSync } from 'node:zlib'
import type { BodyForm, Encoding } from './arrival.ts'
import { itemCategory } from './decode/item-category.ts'

/** Of what nobody knows what it is. */
export const unknownContent = 'default'
/** Both header lines are in it, nearly always, and to inflate it costs microseconds. */
const startBytes = 2 * 1024
const mostInflated = 64 * 1024
const lineFeed = 10

/** As what a request is counted that is refused unread: as the one event that it is, or as the first item of an envelope. */
export function unreadCategory(form: BodyForm, start: Uint8Array, encoding: Encoding): string {
  if (form === 'security') return 'security'
  return form === 'store' ? 'error' : categoryOfFirstItem(start, encoding)
}

function categoryOfFirstItem(start: Uint8Array, encoding: Encoding): string {
  try {
    const text = inflateStart(start.subarray(0, startBytes), encoding)
    const header: unknown = JSON.parse(new TextDecoder().decode(secondLine(text)))
    const isTyped = typeof header === 'object' && header !== null && 'type' in header
    return isTyped && typeof header.type === 'string' ? itemCategory(header.type) : unknownContent
  } catch {
    // It is damaged, or cut off before the end of its header.
    return unknownContent
  }
}

function inflateStart(start: Uint8Array, encoding: Encoding): Uint8Array {
  if (encoding === 'identity') return start
  return inflaters[encoding](start)
}

const cutOff = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: mostInflated }

const inflaters: Record<Exclude<Encoding, 'identity'>, (start: Uint8Array) => Uint8Array> = {
  gzip: (start) => gunzipSync(start, cutOff),
  deflate: (start) => inflateSync(start, cutOff),
  br: (start) => brotliDecompressSync(start, { ...cutOff, finishFlush: constants.BROTLI_OPERATION_FLUSH }),
  // Our decoder has no beginning without an end.
  zstd: () => new Uint8Array(),
}

function secondLine(text: Uint8Array): Uint8Array {
  let from = text.indexOf(lineFeed) + 1
  while (from > 0 && text[from] === lineFeed) from += 1
  const end = text.indexOf(lineFeed, from)
  return text.subarray(from, end === -1 ? text.length : end)
}
