import { endOfSkippable, readFrameHeader, readUint } from './zstd/frame-header.ts'
import { inflateBlock, type FrameState } from './zstd/inflate-block.ts'
import { createOutput, type Output } from './zstd/output.ts'
import { largestBlock } from './zstd/read-literals.ts'
import { lowXxh64 } from './zstd/xxh64.ts'

/**
 * zstd (RFC 8878) for bodies from strangers. Node has it from 22.15 on only, and the packages in JavaScript can be
 * kept busy for minutes by twenty bytes: here, each step is bounded by the bytes that are read or written.
 */

const checksumBytes = 4
/** Of all frames. Each block may bring tables, which cost more than its bytes. A real one is of 128 KiB. */
const mostBlocks = 4_000

/** The blocks, and frames to be skipped, that a body may still have. */
interface Budget {
  blocks: number
}

/** Undoes one frame after the other. Throws for anything else, and `ZstdTooLarge` as soon as there is too much output. */
export function inflateZstd(body: Uint8Array, options: { maxOutputLength: number }): Uint8Array {
  const output = createOutput(options.maxOutputLength)
  const budget = { blocks: mostBlocks }
  let at = 0
  do {
    const skippedTo = endOfSkippable(body, at)
    if (skippedTo !== undefined) spendOne(budget)
    at = skippedTo ?? inflateFrame(body, at, output, budget)
  } while (at < body.length)
  return output.finish()
}

function spendOne(budget: Budget): void {
  budget.blocks -= 1
  if (budget.blocks < 0) throw new Error('It has more blocks than it may have.')
}

function inflateFrame(body: Uint8Array, start: number, output: Output, budget: Budget): number {
  const { size, hasChecksum, blocksAt } = readFrameHeader(body, start)
  output.beginFrame(size)
  const end = inflateBlocks(body, blocksAt, output, budget)
  const content = output.frame()
  if (size !== undefined && size !== content.length) throw new Error('A frame has another size than it says.')
  if (!hasChecksum) return end
  if (readUint(body, end, checksumBytes) !== lowXxh64(content))
    throw new Error('A frame has another content than its checksum is of.')
  return end + checksumBytes
}

function inflateBlocks(body: Uint8Array, start: number, output: Output, budget: Budget): number {
  const state: FrameState = { huffman: undefined, tables: undefined, offsets: [1, 4, 8] }
  let at = start
  for (;;) {
    spendOne(budget)
    const header = readUint(body, at, 3)
    at = inflateOne(body, { type: (header >> 1) & 3, size: header >> 3, start: at + 3 }, state, output)
    if ((header & 1) === 1) return at
  }
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
