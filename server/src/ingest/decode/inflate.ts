import { brotliDecompressSync, constants, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib'
import type { Encoding } from '../arrival.ts'
import { Refusal } from '../refusals/refusal.ts'
import { inflateZstd } from './inflate-zstd.ts'
import { ZstdTooLarge } from './zstd/output.ts'

/** Real payloads shrink 4 to 20 times; beyond this ratio, once over a mebibyte, it is a bomb. */
const usualRatio = { inflateRatio: 200, inflateFreeBytes: 1024 * 1024 }
/** A bomb shows in its first bytes, where stopping it costs least. */
const probeBytes = 64 * 1024
/** Most bodies fit one piece of output, which spares joining pieces. */
const chunkSize = 64 * 1024

/** Undoes the content encoding. The output is counted while it is made, so that a bomb stops at the limit. */
export function inflate(
  body: Uint8Array,
  encoding: Encoding,
  limitBytes: number,
  ratio = usualRatio,
): Uint8Array {
  const { inflateRatio, inflateFreeBytes } = ratio
  if (encoding === 'identity') return withinLimit(body, limitBytes)
  const maxOutputLength = Math.min(limitBytes, Math.max(inflateFreeBytes, body.length * inflateRatio))
  if (body.length > probeBytes && encoding !== 'zstd')
    refuseBomb(body.subarray(0, probeBytes), encoding, ratio)
  try {
    return inflaters[encoding](body, { maxOutputLength, chunkSize })
  } catch (cause) {
    if (isTooLarge(cause))
      throw new Refusal(413, `The body is larger than ${maxOutputLength} bytes when inflated.`, cause)
    throw new Refusal(400, `The body is not valid ${encoding} data.`, cause)
  }
}

interface InflateOptions {
  maxOutputLength: number
  chunkSize?: number
  finishFlush?: number
}

/** Whatever else is wrong with the beginning is said of the whole. zstd is stopped by the size that it tells or makes. */
function refuseBomb(
  start: Uint8Array,
  encoding: Exclude<Encoding, 'identity' | 'zstd'>,
  { inflateRatio, inflateFreeBytes }: typeof usualRatio,
): void {
  const maxOutputLength = Math.max(inflateFreeBytes, start.length * inflateRatio)
  const finishFlush = encoding === 'br' ? constants.BROTLI_OPERATION_FLUSH : constants.Z_SYNC_FLUSH
  try {
    inflaters[encoding](start, { maxOutputLength, finishFlush })
  } catch (cause) {
    if (isTooLarge(cause))
      throw new Refusal(413, `The body inflates to more than ${inflateRatio} times its size.`, cause)
  }
}

const inflaters: Record<
  Exclude<Encoding, 'identity'>,
  (body: Uint8Array, options: InflateOptions) => Uint8Array
> = {
  gzip: gunzipSync,
  br: brotliDecompressSync,
  deflate: inflateEither,
  zstd: inflateZstd,
}

/** "deflate" means the zlib format by the standard, but some clients send the bare stream. */
function inflateEither(body: Uint8Array, options: InflateOptions): Uint8Array {
  try {
    return inflateSync(body, options)
  } catch (error) {
    if (isTooLarge(error)) throw error
    return inflateRawSync(body, options)
  }
}

function withinLimit(body: Uint8Array, limitBytes: number): Uint8Array {
  if (body.length > limitBytes) throw new Refusal(413, `The body is larger than ${limitBytes} bytes.`)
  return body
}

function isTooLarge(error: unknown): boolean {
  return (
    error instanceof ZstdTooLarge ||
    (error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE')
  )
}
