import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib'
import type { Transform } from 'node:stream'
import type { Encoding } from './arrival.ts'
import { credentialsOfDsn, type Credentials } from './credentials.ts'
import { inflate } from './decode/inflate.ts'
import type { BodyReader } from './read-body.ts'
import { Refusal } from './refusals/refusal.ts'

const longestLine = 8 * 1024
/** So much of a body is read while nobody knows who sends it. */
const longestStart = 64 * 1024
const lineFeed = 10

/**
 * The DSN that an envelope carries in its own header, as those that come through a tunnel do. Reads and inflates no more
 * than the first line needs. Looks again only when twice as much is there, so that a client that trickles costs little.
 */
export async function readEnvelopeDsn(
  body: Pick<BodyReader, 'readOn' | 'start'>,
  encoding: Encoding,
): Promise<Credentials | undefined> {
  let looked = 0
  for (;;) {
    const isWhole = !(await body.readOn())
    const start = body.start()
    const isLast = isWhole || start.length >= longestStart
    if (!isLast && start.length < looked * 2) continue
    looked = start.length
    const line = await readLine(start, encoding, isLast)
    if (line !== undefined) return credentialsOf(line)
  }
}

function credentialsOf(line: Uint8Array): Credentials | undefined {
  try {
    const header: unknown = JSON.parse(new TextDecoder().decode(line))
    const isObject = typeof header === 'object' && header !== null
    return isObject && 'dsn' in header ? credentialsOfDsn(header.dsn) : undefined
  } catch {
    // Whose malformed envelope it is, nobody can say.
    return undefined
  }
}

/** Undefined where more of the body has to be read for it. */
async function readLine(
  start: Uint8Array,
  encoding: Encoding,
  isLast: boolean,
): Promise<Uint8Array | undefined> {
  const inflated = await inflateStart(start, encoding, isLast)
  const end = inflated.subarray(0, longestLine).indexOf(lineFeed)
  if (end !== -1) return inflated.subarray(0, end)
  return isLast || inflated.length > longestLine ? inflated.subarray(0, longestLine) : undefined
}

const nothing = new Uint8Array()

async function inflateStart(start: Uint8Array, encoding: Encoding, isLast: boolean): Promise<Uint8Array> {
  if (encoding === 'identity') return start
  // Our decoder of zstd has no beginning without an end. Pages do not send it.
  if (encoding === 'zstd') return isLast ? inflate(start, encoding, zstdBytes) : nothing
  const chunks: Buffer[] = []
  let length = 0
  const stream = inflaters[encoding](start)
  stream.end(start)
  try {
    for await (const chunk of stream) {
      if (!Buffer.isBuffer(chunk)) continue
      chunks.push(chunk)
      length += chunk.length
      if (chunk.includes(lineFeed) || length > longestLine) break
    }
  } catch (cause) {
    // What only is not there yet ends early too.
    if (isLast && length === 0) throw new Refusal(400, `The body is not valid ${encoding} data.`, cause)
  }
  return Buffer.concat(chunks)
}

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
