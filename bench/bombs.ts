// How long bombs of 512 MB keep the decoder, and how much memory they take: node --import tsx bench/bombs.ts
import { spawnSync } from 'node:child_process'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { createBrotliCompress, createDeflate, createDeflateRaw, createGzip } from 'node:zlib'
import type { Transform } from 'node:stream'
import { inflate } from '../server/src/ingest/decode/inflate.ts'
import type { Encoding } from '../server/src/ingest/arrival.ts'

const mebibyte = 1024 * 1024
const bombBytes = 512 * mebibyte
const limitBytes = 100 * mebibyte

const bombs: Record<string, { encoding: Encoding; pack: () => Uint8Array | Promise<Uint8Array> }> = {
  gzip: { encoding: 'gzip', pack: () => packed(createGzip({ level: 9 })) },
  deflate: { encoding: 'deflate', pack: () => packed(createDeflate({ level: 9 })) },
  'deflate without header': { encoding: 'deflate', pack: () => packed(createDeflateRaw({ level: 9 })) },
  br: { encoding: 'br', pack: () => packed(createBrotliCompress()) },
  zstd: { encoding: 'zstd', pack: () => packedByHand() },
}

const [name] = process.argv.slice(2)
// Each in a process of its own: what one leaves behind would hide what the next one takes.
if (name === undefined) for (const each of Object.keys(bombs)) runAlone(each)
else await measure(name)

function runAlone(each: string): void {
  spawnSync(process.execPath, ['--expose-gc', '--import', 'tsx', fileURLToPath(import.meta.url), each], {
    stdio: 'inherit',
  })
}

async function measure(each: string): Promise<void> {
  const bomb = bombs[each]
  if (bomb === undefined) throw new Error(`There is no bomb called ${each}.`)
  const body = await bomb.pack()
  global.gc?.()
  const before = process.memoryUsage.rss()
  const from = performance.now()
  const verdict = verdictOf(body, bomb.encoding)
  const ms = performance.now() - from
  const rssMb = (process.memoryUsage.rss() - before) / mebibyte
  const line = { bomb: each, bytes: body.length, verdict, ms: Math.round(ms), rssMb: Math.round(rssMb) }
  process.stdout.write(`${JSON.stringify(line)}\n`)
}

function verdictOf(body: Uint8Array, encoding: Encoding): string {
  try {
    return `${inflate(body, encoding, limitBytes).length} bytes`
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

async function packed(stream: Transform): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  const zeros = Buffer.alloc(mebibyte)
  let left = bombBytes / mebibyte
  const feed = (): void => {
    if (left === 0) stream.end()
    else {
      left -= 1
      stream.write(zeros, feed)
    }
  }
  feed()
  for await (const chunk of stream) if (Buffer.isBuffer(chunk)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** Node 20 packs no zstd: blocks that say "this byte, so often" (RFC 8878, 3.1.1.2), in a frame that hides its size. */
function packedByHand(): Uint8Array {
  const largestBlock = 128 * 1024
  const blocks = Array.from({ length: bombBytes / largestBlock }, (_, index) => {
    const isLast = index + 1 === bombBytes / largestBlock ? 1 : 0
    const header = (largestBlock << 3) | 0b010 | isLast
    return [header & 0xff, (header >> 8) & 0xff, header >> 16, 0]
  })
  const magic = [0x28, 0xb5, 0x2f, 0xfd]
  const windowOfAMebibyte = 10 << 3
  return Uint8Array.from([...magic, 0, windowOfAMebibyte, ...blocks.flat()])
}
