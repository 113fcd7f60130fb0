import { describe, expect, it } from 'vitest'
import { inflateZstd } from './inflate-zstd.ts'
import { ZstdTooLarge } from './zstd/output.ts'

const text = '{"sent_at":"2026-11-23T00:00:00Z"}\n'.repeat(20)

/** The first bytes of the text by the command `zstd --check`: of each length that the checksum treats in its own way. */
const checked: [length: number, base64: string][] = [
  [0, 'KLUv/SQAAQAAmenYUQ=='],
  [1, 'KLUv/QRICQAAewn2lKA='],
  [3, 'KLUv/QRIGQAAeyJzk/nYCA=='],
  [4, 'KLUv/QRIIQAAeyJzZYdiQCM='],
  [7, 'KLUv/QRIOQAAeyJzZW50X+DoGgs='],
  [8, 'KLUv/QRIQQAAeyJzZW50X2FsbBxx'],
  [11, 'KLUv/QRIWQAAeyJzZW50X2F0IjpPXxBp'],
  [12, 'KLUv/QRIYQAAeyJzZW50X2F0IjoiuKzFdw=='],
  [31, 'KLUv/QRI+QAAeyJzZW50X2F0IjoiMjAyNi0xMS0yM1QwMDowMDowMMZZq8U='],
  [32, 'KLUv/QRIAQEAeyJzZW50X2F0IjoiMjAyNi0xMS0yM1QwMDowMDowMFr8eQmz'],
  [33, 'KLUv/QRICQEAeyJzZW50X2F0IjoiMjAyNi0xMS0yM1QwMDowMDowMFoiOxkx6A=='],
  [36, 'KLUv/QRIIQEAeyJzZW50X2F0IjoiMjAyNi0xMS0yM1QwMDowMDowMFoifQp7coNRqg=='],
  [40, 'KLUv/QRIQQEAeyJzZW50X2F0IjoiMjAyNi0xMS0yM1QwMDowMDowMFoifQp7InNlbmaUuBE='],
  [63, 'KLUv/QRIXQEANAJ7InNlbnRfYXQiOiIyMDI2LTExLTIzVDAwOjAwOjAwWiJ9CgEAM4x6AuphlqI='],
  [64, 'KLUv/QRIXQEANAJ7InNlbnRfYXQiOiIyMDI2LTExLTIzVDAwOjAwOjAwWiJ9CgEAM7d6AqP7NzQ='],
  [65, 'KLUv/QRIXQEANAJ7InNlbnRfYXQiOiIyMDI2LTExLTIzVDAwOjAwOjAwWiJ9CgEAM6J6AtvfPko='],
  [100, 'KLUv/QRIXQEANAJ7InNlbnRfYXQiOiIyMDI2LTExLTIzVDAwOjAwOjAwWiJ9CgEAs5HUEwZaO8A='],
]
/** By the command `zstd`: a frame, a skippable one with three bytes, a frame, an empty skippable one. */
const inARow =
  'KLUv/QRYRQEA8Hsic2VudF9hdCI6IjIwMjYtMTEtMjNUMDA6WiJ9CgIAakYpooIbA4W1+FtQKk0YAwAAAGFiYyi1L/0EWEUBAPA2LTExLTIzVDAwOloifQp7InNlbnRfYXQiOiIyMDICAA2MUkHBzQEkbO1LXypNGAAAAAA='
const skippable = Buffer.from('502a4d1803000000616263', 'hex')

function inflated(body: Uint8Array, maxOutputLength = 10_000): string {
  return Buffer.from(inflateZstd(body, { maxOutputLength })).toString()
}

function failureOf(body: Uint8Array): unknown {
  try {
    inflated(body)
    return undefined
  } catch (error) {
    return error
  }
}

describe('the checksum of a frame', () => {
  it.each(checked)('holds for %i bytes as the command made it', (length, base64) => {
    expect(inflated(Buffer.from(base64, 'base64'))).toBe(text.slice(0, length))
  })

  it.each(checked)('is refused when a bit of it is another: of %i bytes', (_, base64) => {
    const body = Buffer.from(base64, 'base64')
    for (let bit = 0; bit < 32; bit += 1) {
      const damaged = Buffer.from(body)
      const at = body.length - 4 + (bit >> 3)
      damaged[at] = (damaged[at] ?? 0) ^ (1 << (bit & 7))
      expect(() => inflated(damaged)).toThrow('checksum')
    }
  })

  it('finds damage in bytes that are valid by themselves', () => {
    const body = Buffer.from(inARow, 'base64')
    const at = body.indexOf('sent_at')
    body.write('S', at)
    expect(() => inflated(body)).toThrow('checksum')
  })
})

describe('frames in a row', () => {
  const whole = Buffer.from(inARow, 'base64')

  it('are one content, without what is to be skipped', () => {
    expect(inflated(whole)).toBe(text)
    expect(inflated(Buffer.concat([skippable, whole, whole]))).toBe(text.repeat(2))
  })

  it('have room for as much as one', () => {
    expect(inflated(whole, text.length)).toBe(text)
    expect(() => inflated(whole, text.length - 1)).toThrow(ZstdTooLarge)
  })

  it('never repeat from the frame before', () => {
    // No literals, and one match with the second of the last offsets: 4 bytes back.
    const block = [0x00, 1, 0b0101_0100, 0, 0, 0, 0x01]
    const repeating = [0x28, 0xb5, 0x2f, 0xfd, 0, 0, (block.length << 3) | 0b101, 0, 0, ...block]
    expect(() => inflated(Buffer.from(repeating))).toThrow('never there')
    expect(() => inflated(Buffer.concat([whole, Buffer.from(repeating)]))).toThrow('never there')
  })

  it('are as few as blocks are', () => {
    const empty = Buffer.from('28b52ffd0000010000', 'hex')
    expect(inflated(Buffer.concat(Array<Buffer>(4_000).fill(empty)))).toBe('')
    expect(() => inflated(Buffer.concat(Array<Buffer>(4_001).fill(empty)))).toThrow('more blocks')
    expect(() => inflated(Buffer.concat(Array<Buffer>(4_001).fill(skippable)))).toThrow('more blocks')
  })

  it('that end early fail with a reason of ours, wherever they end', () => {
    // Only where a frame ends is nothing missing.
    const ends = [whole.indexOf(skippable), whole.indexOf(skippable) + skippable.length, whole.length - 8]
    for (let length = 0; length < whole.length; length += 1) {
      const failure = failureOf(whole.subarray(0, length))
      if (ends.includes(length)) expect(failure).toBeUndefined()
      else expect(failure, `${length} bytes`).toSatisfy(isPlainError)
    }
  })
})

/** What JavaScript throws by itself is of another kind. */
function isPlainError(error: unknown): boolean {
  return error instanceof Error && error.constructor === Error
}
