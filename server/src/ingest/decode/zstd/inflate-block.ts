import { openBackward, readBackward, type BackwardBits } from './backward-bits.ts'
import { firstState, nextState, symbolOf } from './fse-table.ts'
import type { HuffmanTable } from './huffman.ts'
import type { Output } from './output.ts'
import { largestBlock, readLiterals } from './read-literals.ts'
import { readSequenceTables, type SequenceTables } from './sequence-tables.ts'

/** What a block leaves to the next. */
export interface FrameState {
  huffman: HuffmanTable | undefined
  tables: SequenceTables | undefined
  /** The last three offsets. */
  offsets: [number, number, number]
}

/** A row of literals, then a repetition of what was before. */
interface Sequence {
  literals: number
  match: number
  /** 1 to 3 mean one of the last; others are 3 more than they are. */
  offset: number
}

/** Undoes one compressed block (RFC 8878, 3.1.1.3). No block may become more than 128 KiB, which also bounds the work. */
export function inflateBlock(
  bytes: Uint8Array,
  range: { start: number; end: number },
  state: FrameState,
  output: Output,
): void {
  const literals = readLiterals(bytes, range.start, range.end, state.huffman)
  state.huffman = literals.huffman
  const mostLength = output.length + largestBlock
  const { count, at } = readCount(bytes, literals.end)
  let used = 0
  if (count > 0) {
    const { tables, end } = readSequenceTables(bytes, at, range.end, state.tables)
    state.tables = tables
    const bits = openBackward(bytes, end, range.end)
    for (const sequence of readSequences(tables, bits, count)) {
      if (used + sequence.literals > literals.content.length) throw new Error('A block has too few literals.')
      if (output.length + sequence.literals + sequence.match > mostLength)
        throw new Error('A block is larger than it may be.')
      output.append(literals.content.subarray(used, used + sequence.literals))
      used += sequence.literals
      output.repeat(resolveOffset(sequence, state.offsets), sequence.match)
    }
    if (bits.left !== 0) throw new Error('The sequences of a block have another length than it says.')
  } else if (at !== range.end) throw new Error('A block goes on after its end.')
  output.append(literals.content.subarray(used))
}

function readCount(bytes: Uint8Array, at: number): { count: number; at: number } {
  const [first = 0, second = 0, third = 0] = bytes.subarray(at, at + 3)
  if (first < 128) return { count: first, at: at + 1 }
  if (first < 255) return { count: ((first - 128) << 8) + second, at: at + 2 }
  return { count: second + (third << 8) + 0x7f00, at: at + 3 }
}

/** How many bits follow each code; what a code stands for begins where the one before it ends. */
const zeros = (count: number): number[] => Array.from({ length: count }, () => 0)
const literalBits = zeros(16).concat([1, 1, 1, 1, 2, 2, 3, 3, 4, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16])
const matchBits = zeros(32).concat([1, 1, 1, 1, 2, 2, 3, 3, 4, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16])
const literalBases = basesOf(literalBits, 0)
const matchBases = basesOf(matchBits, 3)

function basesOf(bitCounts: number[], first: number): number[] {
  let next = first
  return bitCounts.map((bits) => {
    const base = next
    next += 2 ** bits
    return base
  })
}

function* readSequences(tables: SequenceTables, bits: BackwardBits, count: number): Generator<Sequence> {
  let literal = firstState(tables.literals, bits)
  let offset = firstState(tables.offsets, bits)
  let match = firstState(tables.matches, bits)
  for (let left = count; left > 0; left -= 1) {
    const offsetCode = symbolOf(tables.offsets, offset)
    const matchCode = symbolOf(tables.matches, match)
    const literalCode = symbolOf(tables.literals, literal)
    // The order of these is that of their bits.
    const offsetValue = 2 ** offsetCode + readBackward(bits, offsetCode)
    const matchLength = (matchBases[matchCode] ?? 0) + readBackward(bits, matchBits[matchCode] ?? 0)
    const literalLength = (literalBases[literalCode] ?? 0) + readBackward(bits, literalBits[literalCode] ?? 0)
    if (bits.left < 0) throw new Error('The sequences of a block end early.')
    yield { literals: literalLength, match: matchLength, offset: offsetValue }
    if (left === 1) return
    literal = nextState(tables.literals, literal, bits)
    match = nextState(tables.matches, match, bits)
    offset = nextState(tables.offsets, offset, bits)
  }
}

/** RFC 8878, 3.1.1.5: without literals before it, the first of the last offsets is not meant. */
function resolveOffset({ offset, literals }: Sequence, last: FrameState['offsets']): number {
  const [first, second, third] = last
  if (offset > 3) {
    last.splice(0, 3, offset - 3, first, second)
    return offset - 3
  }
  const which = literals === 0 ? offset + 1 : offset
  if (which === 1) return first
  const resolved = which === 2 ? second : which === 3 ? third : first - 1
  last.splice(0, 3, resolved, first, which === 2 ? third : second)
  return resolved
}
