import { inflateBlock, type FrameState } from './zstd/inflate-block.ts'
import { createOutput, ZstdTooLarge, type Output } from './zstd/output.ts'
import { largestBlock } from './zstd/read-literals.ts'

/**
 * zstd (RFC 8878) for bodies from strangers. Node has it from 22.15 on only, and the packages in JavaScript can be
 * kept busy for minutes by twenty bytes: here, each step is bounded by the bytes that are read or written.
 */

const magic = 0xfd2fb528
const checksumBytes = 4
/** Each block may bring tables, which cost more than its bytes. A real one is of 128 KiB. */
const mostBlocks = 4_000

/** Undoes one zstd frame. Throws for anything else, and `ZstdTooLarge` as soon as there is too much output. */
export function inflateZstd(body: Uint8Array, options: { maxOutputLength: number }): Uint8Array {
  const frame = readFrame(body)
  if (frame.size !== undefined && frame.size > options.maxOutputLength) throw new ZstdTooLarge()
  const output = createOutput(options.maxOutputLength)
  const end = inflateBlocks(body, frame.blocksAt, output)
  if (end + (frame.hasChecksum ? checksumBytes : 0) !== body.length)
    throw new Error('It is not a single frame.')
  if (frame.size !== undefined && frame.size !== output.length)
    throw new Error('A frame has another size than it says.')
  return output.finish()
}

/** What a frame says of itself: RFC 8878, 3.1.1.1. Its window is no more than what was written. */
function readFrame(body: Uint8Array): { size: number | undefined; hasChecksum: boolean; blocksAt: number } {
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength)
  if (view.getUint32(0, true) !== magic) throw new Error('It does not begin like zstd data.')
  const descriptor = view.getUint8(4)
  if ((descriptor & 0b1011) !== 0) throw new Error('It needs a dictionary, or what is not known.')
  const isSingleSegment = (descriptor & 0x20) !== 0
  const sizeAt = isSingleSegment ? 5 : 6
  const sizeBytes = [isSingleSegment ? 1 : 0, 2, 4, 8][descriptor >> 6] ?? 0
  return {
    size: sizeBytes === 0 ? undefined : readSize(view, sizeAt, sizeBytes),
    hasChecksum: (descriptor & 4) !== 0,
    blocksAt: sizeAt + sizeBytes,
  }
}

function readSize(view: DataView, at: number, bytes: number): number {
  if (bytes === 1) return view.getUint8(at)
  if (bytes === 2) return view.getUint16(at, true) + 256
  return bytes === 4 ? view.getUint32(at, true) : Number(view.getBigUint64(at, true))
}

function inflateBlocks(body: Uint8Array, start: number, output: Output): number {
  const state: FrameState = { huffman: undefined, tables: undefined, offsets: [1, 4, 8] }
  let at = start
  for (let blocks = 0; blocks < mostBlocks; blocks += 1) {
    const [low, middle, high] = body.subarray(at, at + 3)
    if (low === undefined || middle === undefined || high === undefined) throw new Error('It ends early.')
    const size = (low >> 3) | (middle << 5) | (high << 13)
    at = inflateOne(body, { type: (low >> 1) & 3, size, start: at + 3 }, state, output)
    if ((low & 1) === 1) return at
  }
  throw new Error('It has more blocks than it may have.')
}

function inflateOne(
  body: Uint8Array,
  { type, size, start }: { type: number; size: number; start: number },
  state: FrameState,
  output: Output,
): number {
  const end = start + (type === 1 ? 1 : size)
  if (size > largestBlock || end > body.length) throw new Error('A block does not fit.')
  if (type === 0) output.append(body.subarray(start, end))
  else if (type === 1) output.fill(body[start] ?? 0, size)
  else if (type === 2) inflateBlock(body, { start, end }, state, output)
  else throw new Error('A block is of no kind.')
  return end
}
