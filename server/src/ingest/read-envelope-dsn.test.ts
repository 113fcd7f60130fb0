import { brotliCompressSync, constants, deflateRawSync, gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import type { Encoding } from './arrival.ts'
import { readEnvelopeDsn } from './read-envelope-dsn.ts'

const key = 'ab'.repeat(16)
const line = JSON.stringify({ event_id: 'cd'.repeat(16), dsn: `https://${key}@example.com/7` })

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
  expect(await readEnvelopeDsn(half, encoding)).toMatchObject({ publicKey: key, projectId: 7 })
})

it('a bomb is inflated no further than the first line may reach', async () => {
  const bomb = brotliCompressSync(Buffer.alloc(64 * 1024 * 1024, 0x20))
  expect(await readEnvelopeDsn(bomb, 'br')).toBeUndefined()
  const after = gzipSync(Buffer.concat([Buffer.from(`${line}\n`), Buffer.alloc(64 * 1024 * 1024)]))
  expect(await readEnvelopeDsn(after, 'gzip')).toMatchObject({ publicKey: key })
})

it('an empty body has none', async () => {
  expect(await readEnvelopeDsn(new Uint8Array(), 'identity')).toBeUndefined()
})
