import { brotliCompressSync, constants, deflateRawSync, gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import type { Encoding } from './arrival.ts'
import { readEnvelopeDsn } from './read-envelope-dsn.ts'

const key = 'ab'.repeat(16)
const line = JSON.stringify({ event_id: 'cd'.repeat(16), dsn: `https://${key}@example.com/7` })

/** Comes in chunks of so many bytes. */
function bodyOf(bytes: Buffer, chunkBytes = bytes.length) {
  const body = {
    read: 0,
    start: () => new Uint8Array(bytes.subarray(0, body.read)),
    async readOn() {
      const read = Math.min(bytes.length, body.read + chunkBytes)
      const isMore = read > body.read
      body.read = read
      return isMore
    },
  }
  return body
}

it.each<[Encoding, (bytes: Buffer) => Buffer]>([
  ['identity', (bytes) => bytes],
  ['gzip', (bytes) => gzipSync(bytes)],
  ['deflate', (bytes) => deflateRawSync(bytes)],
  ['br', (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } })],
])('the DSN of an envelope in %s is found though the rest is cut off', async (encoding, compress) => {
  // What does not shrink, so that a half of the bytes holds the line whole.
  const rest = Buffer.from(Array.from({ length: 100_000 }, (_, index) => (index * 2_654_435_761) >>> 24))
  const bytes = compress(Buffer.concat([Buffer.from(`${line}\n`), rest]))
  const half = bytes.subarray(0, bytes.length / 2)
  expect(await readEnvelopeDsn(bodyOf(half), encoding)).toMatchObject({ publicKey: key, projectId: 7 })
})

it('a bomb is inflated no further than the first line may reach', async () => {
  const bomb = brotliCompressSync(Buffer.alloc(64 * 1024 * 1024, 0x20))
  expect(await readEnvelopeDsn(bodyOf(bomb), 'br')).toBeUndefined()
  const after = gzipSync(Buffer.concat([Buffer.from(`${line}\n`), Buffer.alloc(64 * 1024 * 1024)]))
  expect(await readEnvelopeDsn(bodyOf(after), 'gzip')).toMatchObject({ publicKey: key })
})

it('an empty body has none', async () => {
  expect(await readEnvelopeDsn(bodyOf(Buffer.alloc(0)), 'identity')).toBeUndefined()
})

it.each<[Encoding, Buffer]>([
  ['identity', Buffer.alloc(500_000, 0x20)],
  ['gzip', gzipSync(Buffer.alloc(500_000, 0x20))],
])('of a body in %s without a line no more is read than a line may have', async (encoding, bytes) => {
  const body = bodyOf(Buffer.concat([bytes, Buffer.alloc(200_000)]), 100)
  expect(await readEnvelopeDsn(body, encoding)).toBeUndefined()
  expect(body.read).toBeLessThanOrEqual(20_000)
})

it('it is found in a body that trickles', async () => {
  const body = bodyOf(gzipSync(Buffer.concat([Buffer.from(`${line}\n`), Buffer.alloc(5_000)])), 1)
  expect(await readEnvelopeDsn(body, 'gzip')).toMatchObject({ publicKey: key })
})

it('what only seems to be compressed is read to a bound', async () => {
  const bytes = gzipSync(line)
  bytes[3] = 16
  const endless = bodyOf(Buffer.concat([bytes.subarray(0, 10), Buffer.alloc(500_000, 0x20)]), 1_000)
  await expect(readEnvelopeDsn(endless, 'gzip')).rejects.toMatchObject({ status: 400 })
  expect(endless.read).toBeLessThanOrEqual(66_000)
})
