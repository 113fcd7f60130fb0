import { readBackward, type BackwardBits } from './backward-bits.ts'

/** A table of finite state entropy: of each state its symbol, and how the next state is read. */
export interface FseTable {
  accuracy: number
  symbols: Uint8Array
  bitCounts: Uint8Array
  bases: Uint16Array
}

/** One symbol, for ever. */
export function constantTable(symbol: number): FseTable {
  return {
    accuracy: 0,
    symbols: Uint8Array.of(symbol),
    bitCounts: Uint8Array.of(0),
    bases: Uint16Array.of(0),
  }
}

/** From how often each symbol occurs (RFC 8878, 4.1.1); -1 is less than once. */
export function buildTable(accuracy: number, counts: readonly number[]): FseTable {
  const size = 1 << accuracy
  const symbols = spread(size, counts)
  const next = counts.map((count) => Math.abs(count))
  const bitCounts = new Uint8Array(size)
  const bases = new Uint16Array(size)
  for (let state = 0; state < size; state += 1) {
    const symbol = symbols[state] ?? 0
    const described = next[symbol] ?? 1
    next[symbol] = described + 1
    const bits = accuracy - (31 - Math.clz32(described))
    bitCounts[state] = bits
    bases[state] = (described << bits) - size
  }
  return { accuracy, symbols, bitCounts, bases }
}

function spread(size: number, counts: readonly number[]): Uint8Array {
  const symbols = new Uint8Array(size)
  let rare = size
  counts.forEach((count, symbol) => {
    if (count === -1) symbols[--rare] = symbol
  })
  const step = (size >> 1) + (size >> 3) + 3
  let at = 0
  counts.forEach((count, symbol) => {
    for (let placed = 0; placed < count; placed += 1) {
      symbols[at] = symbol
      do at = (at + step) & (size - 1)
      while (at >= rare)
    }
  })
  return symbols
}

export function firstState(table: FseTable, bits: BackwardBits): number {
  return readBackward(bits, table.accuracy)
}

export function nextState(table: FseTable, state: number, bits: BackwardBits): number {
  return (table.bases[state] ?? 0) + readBackward(bits, table.bitCounts[state] ?? 0)
}

export function symbolOf(table: FseTable, state: number): number {
  return table.symbols[state] ?? 0
}
