import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../refusals/refusal.ts'
import { inflate } from './inflate.ts'
import { sampleFrames, sampleLines } from './testing/zstd-frames.ts'

const text = '{"sent_at":"2026-11-23T00:00:00Z"}\n'.repeat(20)
const mebibyte = 1024 * 1024

/** Made by the command `zstd`. */
const frames = {
  'with size and checksum': 'KLUv/WS8AUUBAPB7InNlbnRfYXQiOiIyMDI2LTExLTIzVDAwOloifQoCAJaMKqKtGwNNIhNl',
  'without either': 'KLUv/QBoRQEA8Hsic2VudF9hdCI6IjIwMjYtMTEtMjNUMDA6WiJ9CgIAlowqoq0bAw==',
  'of a stream': 'KLUv/QRYRQEA8Hsic2VudF9hdCI6IjIwMjYtMTEtMjNUMDA6WiJ9CgIAlowqoq0bA00iE2U=',
}
const whole = Buffer.from(frames['without either'], 'base64')

const magic = [0x28, 0xb5, 0x2f, 0xfd]
const rawBlock = 0
const runLengthBlock = 1
const compressedBlock = 2

/** A frame by hand: its descriptors, then blocks, the last of which says so. */
function aFrame(descriptors: number[], ...blocks: [type: number, size: number, content: number[]][]): Buffer {
  const bytes = blocks.flatMap(([type, size, content], index) => {
    const header = (size << 3) | (type << 1) | (index === blocks.length - 1 ? 1 : 0)
    return [header & 0xff, (header >> 8) & 0xff, header >> 16, ...content]
  })
  return Buffer.from([...magic, ...descriptors, ...bytes])
}

/** No size, no checksum; a window of so many bytes. */
function aWindow(log: number): number[] {
  return [0, (log - 10) << 3]
}

function statusOf(body: Uint8Array, limitBytes = mebibyte): number {
  try {
    inflate(body, 'zstd', limitBytes)
    return 200
  } catch (error) {
    if (error instanceof Refusal) return error.status
    throw error
  }
}

describe('zstd', () => {
  it.each(Object.entries(frames))('is undone: a frame %s', (_, base64) => {
    expect(Buffer.from(inflate(Buffer.from(base64, 'base64'), 'zstd', mebibyte)).toString()).toBe(text)
  })

  it.each(Object.entries(sampleFrames))('is undone: many lines, by %s', (_, base64) => {
    expect(Buffer.from(inflate(Buffer.from(base64, 'base64'), 'zstd', mebibyte)).toString()).toBe(sampleLines)
  })

  it('is undone: raw bytes and runs, of several blocks', () => {
    const frame = aFrame(aWindow(10), [rawBlock, 2, [0x68, 0x69]], [runLengthBlock, 3, [0x21]])
    expect(Buffer.from(inflate(frame, 'zstd', mebibyte)).toString()).toBe('hi!!!')
  })

  it('of just the limit is taken, and one byte more is too large', () => {
    expect(statusOf(whole, text.length)).toBe(200)
    expect(statusOf(whole, text.length - 1)).toBe(413)
  })

  it('stops at a run that would never end', () => {
    const run: [number, number, number[]] = [runLengthBlock, 128 * 1024, [0x61]]
    const bomb = aFrame(aWindow(20), ...Array.from({ length: 4_000 }, () => run))
    expect(statusOf(bomb, 100 * mebibyte)).toBe(413)
  })

  it('that says it is larger than it may be is refused before it is undone', () => {
    const ofFourGigabytes = [0b1110_0000, 0, 0, 0, 0, 1, 0, 0, 0]
    expect(statusOf(aFrame(ofFourGigabytes, [rawBlock, 1, [0x61]]))).toBe(413)
  })

  it('with a window of any size costs no more than its output', () => {
    expect(statusOf(aFrame(aWindow(41), [rawBlock, 1, [0x61]]))).toBe(200)
  })

  it('is refused when a block would become more than a block may', () => {
    // No literals, and 98,047 times the longest match.
    const block = [0x00, 255, 255, 255, 0b0101_0100, 0, 0, 52, 0xff, 0xff, 0xff, 0x80]
    const filled = [runLengthBlock, 10, [0x61]] as [number, number, number[]]
    expect(statusOf(aFrame(aWindow(17), filled, [compressedBlock, block.length, block]))).toBe(400)
    expect(statusOf(aFrame(aWindow(17), [rawBlock, 131_073, []]))).toBe(400)
  })

  it('of more blocks than anybody makes is malformed', () => {
    const empty: [number, number, number[]] = [rawBlock, 0, []]
    expect(statusOf(aFrame(aWindow(10), ...Array.from({ length: 4_000 }, () => empty)))).toBe(200)
    expect(statusOf(aFrame(aWindow(10), ...Array.from({ length: 4_001 }, () => empty)))).toBe(400)
  })

  it('with a dictionary, or with a size that is another, is malformed', () => {
    expect(statusOf(aFrame([1, 0, 7], [rawBlock, 1, [0x61]]))).toBe(400)
    expect(statusOf(aFrame([0b0010_0000, 2], [rawBlock, 1, [0x61]]))).toBe(400)
    expect(statusOf(aFrame([0b0010_0000, 1], [rawBlock, 1, [0x61]]))).toBe(200)
  })

  it('with anything behind it is malformed', () => {
    expect(statusOf(Buffer.concat([whole, Buffer.from([0])]))).toBe(400)
    expect(statusOf(Buffer.concat([whole, Buffer.from(text)]))).toBe(400)
  })

  it('that ends early is malformed, wherever it ends', () => {
    const body = Buffer.from(frames['with size and checksum'], 'base64')
    const lengths = Array.from({ length: body.length }, (_, length) => length)
    expect(lengths.filter((length) => statusOf(body.subarray(0, length)) !== 400)).toEqual([])
  })

  it.each(Object.entries(sampleFrames))(
    'that is damaged is inflated or refused, and nothing else: %s',
    (_, base64) => {
      const sound = Buffer.from(base64, 'base64')
      const damage = fc.array(fc.tuple(fc.nat(sound.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 })
      // The tables are at the beginning.
      const early = fc.array(fc.tuple(fc.nat(60), fc.nat(255)), { minLength: 1, maxLength: 3 })
      fc.assert(
        fc.property(fc.oneof(damage, early), (changes) => {
          const body = Buffer.from(sound)
          for (const [at, byte] of changes) body[at] = byte
          expect([200, 400, 413]).toContain(statusOf(body))
        }),
      )
    },
  )

  it('that is anything is inflated or refused', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const block: [number, number, number[]] = [compressedBlock, bytes.length, [...bytes]]
        for (const body of [bytes, Buffer.from([...magic, ...bytes]), aFrame(aWindow(17), block)])
          expect([200, 400, 413]).toContain(statusOf(body))
      }),
    )
  })
})
