import { openBackward, readBackward } from './backward-bits.ts'
import { firstState, nextState, symbolOf } from './fse-table.ts'
import { readFseTable } from './read-fse-table.ts'

/** For each of the next bits, as many as the longest code has: the symbol, and how many of them it took. */
export interface HuffmanTable {
  longest: number
  symbols: Uint8Array
  lengths: Uint8Array
}

const longestCode = 11
const weightLimits = { accuracy: 6, symbols: 16 }
const mostWeights = 255

/** Reads a tree's description (RFC 8878, 4.2.1), and says where it ends. */
export function readHuffman(bytes: Uint8Array, start: number): { table: HuffmanTable; end: number } {
  const header = bytes[start] ?? 0
  const at = start + 1
  if (header < 128) {
    const end = at + header
    return { table: buildHuffman(readWeights(bytes, at, end)), end }
  }
  const count = header - 127
  const weights = Array.from({ length: count }, (_, index) => {
    const pair = bytes[at + (index >> 1)] ?? 0
    return index % 2 === 0 ? pair >> 4 : pair & 15
  })
  return { table: buildHuffman(weights), end: at + ((count + 1) >> 1) }
}

/** Two states take turns, until there are no bits for the next. */
function readWeights(bytes: Uint8Array, start: number, end: number): number[] {
  const { table, end: tableEnd } = readFseTable(bytes, start, end, weightLimits)
  const bits = openBackward(bytes, tableEnd, end)
  let current = firstState(table, bits)
  let other = firstState(table, bits)
  const weights: number[] = []
  while (weights.length < mostWeights) {
    weights.push(symbolOf(table, current))
    const next = nextState(table, current, bits)
    if (bits.left < 0) return [...weights, symbolOf(table, other)]
    current = other
    other = next
  }
  throw new Error('A tree has more symbols than there are.')
}

function buildHuffman(weights: number[]): HuffmanTable {
  const sum = weights.reduce((all, weight) => all + (weight === 0 ? 0 : 2 ** (weight - 1)), 0)
  const longest = 32 - Math.clz32(sum)
  // The last weight is what is left to a power of two.
  const rest = 2 ** longest - sum
  if (sum === 0 || longest > longestCode || (rest & (rest - 1)) !== 0 || weights.length > mostWeights)
    throw new Error('A tree is not complete.')
  return fillTable([...weights, 32 - Math.clz32(rest)], longest)
}

/** The longest codes are first, and among those of a length the symbols in their order. */
function fillTable(weights: number[], longest: number): HuffmanTable {
  const symbols = new Uint8Array(1 << longest)
  const lengths = new Uint8Array(1 << longest)
  let at = 0
  for (let weight = 1; weight <= longest; weight += 1) {
    const span = 1 << (weight - 1)
    for (let symbol = 0; symbol < weights.length; symbol += 1) {
      if (weights[symbol] !== weight) continue
      symbols.fill(symbol, at, at + span)
      lengths.fill(longest + 1 - weight, at, at + span)
      at += span
    }
  }
  return { longest, symbols, lengths }
}

/** Undoes one stream of codes: as many symbols as there is room for, and not a bit more or less. */
export function inflateHuffman(
  { longest, symbols, lengths }: HuffmanTable,
  stream: { bytes: Uint8Array; start: number; end: number },
  into: Uint8Array,
): void {
  const bits = openBackward(stream.bytes, stream.start, stream.end)
  const mask = (1 << longest) - 1
  let state = readBackward(bits, longest)
  for (let at = 0; at < into.length; at += 1) {
    into[at] = symbols[state] ?? 0
    const taken = lengths[state] ?? 0
    state = ((state << taken) | readBackward(bits, taken)) & mask
  }
  if (bits.left !== -longest) throw new Error('A stream of codes has another length than it says.')
}
