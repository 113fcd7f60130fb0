import { randomBytes } from 'node:crypto'
import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../refusals/refusal.ts'
import { inflate } from './inflate.ts'

const text = Buffer.from('{"sent_at":"2026-11-23T00:00:00Z"}\n'.repeat(20))
const mebibyte = 1024 * 1024

function refusalOf(work: () => unknown): Refusal {
  try {
    work()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('It was not refused.')
}

describe('inflate', () => {
  it.each([
    ['gzip', gzipSync(text)],
    ['deflate', deflateSync(text)],
    ['deflate', deflateRawSync(text)],
    ['br', brotliCompressSync(text)],
    ['identity', text],
  ] as const)('undoes %s', (encoding, body) => {
    expect(Buffer.from(inflate(body, encoding, mebibyte)).equals(text)).toBe(true)
  })

  it('takes a body of exactly the limit and refuses one byte more', () => {
    expect(inflate(text, 'identity', text.length)).toHaveLength(text.length)
    expect(refusalOf(() => inflate(text, 'identity', text.length - 1)).status).toBe(413)
    expect(inflate(gzipSync(text), 'gzip', text.length)).toHaveLength(text.length)
    expect(refusalOf(() => inflate(gzipSync(text), 'gzip', text.length - 1)).status).toBe(413)
  })

  it('refuses a bomb by its ratio, far below the size limit', () => {
    const bomb = brotliCompressSync(Buffer.alloc(64 * mebibyte), {
      params: { [constants.BROTLI_PARAM_QUALITY]: 1 },
    })
    expect(refusalOf(() => inflate(bomb, 'br', 100 * mebibyte)).status).toBe(413)
  })

  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['deflate', deflateRawSync],
  ] as const)('refuses a large bomb by its beginning: %s', (encoding, pack) => {
    const bomb = pack(Buffer.alloc(128 * mebibyte), { level: 9 })
    const start = bomb.subarray(0, 64 * 1024 + 1)
    expect(refusalOf(() => inflate(start, encoding, 100 * mebibyte)).message).toContain('200 times')
  })

  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateRawSync],
    ['br', brotliCompressSync],
  ] as const)('takes a large body that is none: %s', (encoding, pack) => {
    const large = randomBytes(300 * 1024)
    expect(Buffer.from(inflate(pack(large), encoding, mebibyte)).equals(large)).toBe(true)
  })

  it('refuses damaged and truncated data as malformed', () => {
    expect(refusalOf(() => inflate(Buffer.from('not gzip'), 'gzip', mebibyte)).status).toBe(400)
    expect(refusalOf(() => inflate(gzipSync(text).subarray(0, 30), 'gzip', mebibyte)).status).toBe(400)
    expect(refusalOf(() => inflate(Buffer.from('no'), 'deflate', mebibyte)).status).toBe(400)
  })
})
