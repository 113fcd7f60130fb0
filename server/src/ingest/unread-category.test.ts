import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import type { Encoding } from './arrival.ts'
import { unreadCategory } from './unread-category.ts'

const numbers = Array.from({ length: 3_000 }, (_, at) => Math.trunc(Math.sin(at) * 1e6).toString(36)).join('')
const envelope = Buffer.from(
  `${JSON.stringify({ trace: 'x'.repeat(600) })}\n\n{"type":"feedback"}\n${numbers}`,
)

it.each<[Encoding, (bytes: Buffer) => Uint8Array]>([
  ['identity', (bytes) => bytes],
  ['gzip', gzipSync],
  ['deflate', deflateSync],
  ['br', brotliCompressSync],
])('an envelope in %s is what its first item is, also when it is cut off', (encoding, compress) => {
  const bytes = compress(envelope)
  expect(unreadCategory('envelope', bytes, encoding)).toBe('feedback')
  expect(unreadCategory('envelope', bytes.subarray(0, bytes.length - 20), encoding)).toBe('feedback')
})

it.each<[what: string, start: Uint8Array, encoding: Encoding]>([
  ['nothing is there', new Uint8Array(), 'gzip'],
  ['no item is there', Buffer.from('{}\n'), 'identity'],
  ['its header is cut off', Buffer.from('{}\n{"type":"eve'), 'identity'],
  ['its header has no type', Buffer.from('{}\n{"type":7}\n'), 'identity'],
  ['it is damaged', Buffer.from('\x1f\x8bnonsense', 'latin1'), 'gzip'],
  ['it is in zstd', Buffer.from('(\xb5/\xfd', 'latin1'), 'zstd'],
])('without it, when %s, nobody knows', (_, start, encoding) => {
  expect(unreadCategory('envelope', start, encoding)).toBe('default')
})

it('types that nobody knows are one', () => {
  expect(unreadCategory('envelope', Buffer.from('{}\n{"type":"invented"}\n'), 'identity')).toBe('unknown')
})

it('what comes without an envelope is what its address takes', () => {
  expect(unreadCategory('store', Buffer.from('{'), 'identity')).toBe('error')
  expect(unreadCategory('security', Buffer.from('{'), 'identity')).toBe('security')
})

it('what shrinks a thousandfold is looked at, too', () => {
  const zeros = Buffer.concat([Buffer.from('{}\n{"type":"attachment"}\n'), Buffer.alloc(10_000_000)])
  expect(unreadCategory('envelope', gzipSync(zeros), 'gzip')).toBe('attachment')
})

it('a bomb is not inflated', () => {
  expect(unreadCategory('envelope', gzipSync(Buffer.alloc(10_000_000)), 'gzip')).toBe('default')
})
