import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib'
import type { Transform } from 'node:stream'
import type { Encoding } from './arrival.ts'
import { credentialsOfDsn, type Credentials } from './credentials.ts'
import { inflate } from './decode/inflate.ts'
import { Refusal } from './refusals/refusal.ts'

/** More than any header; its own limit holds when the envelope is parsed. */
const longestLine = 64 * 1024
const lineFeed = 10

/** The DSN that an envelope carries in its own header, as those that come through a tunnel do. */
export async function readEnvelopeDsn(
  body: Uint8Array,
  encoding: Encoding,
): Promise<Credentials | undefined> {
  const line = upToLineFeed(await readStart(body, encoding))
  try {
    const header: unknown = JSON.parse(new TextDecoder().decode(line))
    const isObject = typeof header === 'object' && header !== null
    return isObject && 'dsn' in header ? credentialsOfDsn(header.dsn) : undefined
  } catch {
    // Whose malformed envelope it is, nobody can say.
    return undefined
  }
}

/** Inflates no more than the first line needs: who sends is not known yet. */
async function readStart(body: Uint8Array, encoding: Encoding): Promise<Uint8Array> {
  if (encoding === 'identity') return body.subarray(0, longestLine)
  if (encoding === 'zstd') return inflate(body, encoding, zstdBytes)
  const chunks: Buffer[] = []
  let length = 0
  const stream = inflaters[encoding](body)
  stream.end(body)
  try {
    for await (const chunk of stream) {
      if (!Buffer.isBuffer(chunk)) continue
      chunks.push(chunk)
      length += chunk.length
      if (chunk.includes(lineFeed) || length >= longestLine) break
    }
  } catch (cause) {
    throw new Refusal(400, `The body is not valid ${encoding} data.`, cause)
  }
  return Buffer.concat(chunks)
}

/** Our decoder of zstd has no beginning without an end. Pages do not send it. */
const zstdBytes = 1024 * 1024

const inflaters: Record<Exclude<Encoding, 'identity' | 'zstd'>, (body: Uint8Array) => Transform> = {
  gzip: () => createGunzip(),
  br: () => createBrotliDecompress(),
  deflate: (body) => (hasZlibHeader(body) ? createInflate() : createInflateRaw()),
}

/** RFC 1950, 2.2: method 8, and both bytes together a multiple of 31. */
function hasZlibHeader([first = 0, second = 0]: Uint8Array): boolean {
  return (first & 15) === 8 && (first * 256 + second) % 31 === 0
}

function upToLineFeed(bytes: Uint8Array): Uint8Array {
  const end = bytes.indexOf(lineFeed)
  return end === -1 ? bytes : bytes.subarray(0, end)
}
