import { constants, gunzipSync, brotliDecompressSync, inflateSync } from 'node:zlib'
import type { BodyForm, Encoding } from './arrival.ts'
import { itemCategory } from './decode/item-category.ts'

/** Of what nobody knows what it is. */
export const unknownContent = 'default'
/** Both header lines are in it, nearly always, and to inflate it costs microseconds. What shrinks best has them in less. */
const startBytes = [2 * 1024, 256]
const mostInflated = 512 * 1024
const lineFeed = 10

/** As what a request is counted that is refused unread: as the one event that it is, or as the first item of an envelope. */
export function unreadCategory(form: BodyForm, start: Uint8Array, encoding: Encoding): string {
  if (form === 'security') return 'security'
  return form === 'store' ? 'error' : categoryOfFirstItem(start, encoding)
}

function categoryOfFirstItem(start: Uint8Array, encoding: Encoding): string {
  for (const bytes of startBytes) {
    const type = typeOfFirstItem(start.subarray(0, bytes), encoding)
    if (type !== undefined) return itemCategory(type)
  }
  return unknownContent
}

function typeOfFirstItem(start: Uint8Array, encoding: Encoding): string | undefined {
  try {
    const header: unknown = JSON.parse(new TextDecoder().decode(secondLine(inflateStart(start, encoding))))
    const isTyped = typeof header === 'object' && header !== null && 'type' in header
    return isTyped && typeof header.type === 'string' ? header.type : undefined
  } catch {
    // It is damaged, cut off before the end of its header, or inflates to too much.
    return undefined
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
