import { buildTable, type FseTable } from './fse-table.ts'

export interface TableLimits {
  accuracy: number
  symbols: number
}

/** Reads a table's description (RFC 8878, 4.1.1), and says where it ends. */
export function readFseTable(
  bytes: Uint8Array,
  start: number,
  end: number,
  limits: TableLimits,
): { table: FseTable; end: number } {
  const bits = openForward(bytes, start)
  const accuracy = bits.read(4) + 5
  if (accuracy > limits.accuracy) throw new Error('A table is larger than it may be.')
  const counts: number[] = []
  let remaining = 1 << accuracy
  while (remaining > 0) {
    const count = readCount(bits, remaining)
    remaining -= Math.abs(count)
    counts.push(count)
    for (let more = count === 0 ? 3 : 0; more === 3;) {
      more = bits.read(2)
      for (let zero = 0; zero < more; zero += 1) counts.push(0)
    }
    if (counts.length > limits.symbols) throw new Error('A table has more symbols than there are.')
  }
  const tableEnd = bits.byteEnd()
  if (tableEnd > end) throw new Error('A table does not end.')
  return { table: buildTable(accuracy, counts), end: tableEnd }
}

/** Small numbers have a bit less where there is room: what remains says how many values are possible. */
function readCount(bits: ForwardBits, remaining: number): number {
  const length = 32 - Math.clz32(remaining + 1)
  const lowMask = (1 << (length - 1)) - 1
  const spare = (1 << length) - 1 - (remaining + 1)
  const low = bits.read(length - 1)
  if (low < spare) return low - 1
  const value = low | (bits.read(1) << (length - 1))
  return (value > lowMask ? value - spare : value) - 1
}

interface ForwardBits {
  read(count: number): number
  byteEnd(): number
}

function openForward(bytes: Uint8Array, start: number): ForwardBits {
  let at = start * 8
  return {
    read(count) {
      const byte = at >> 3
      const [a = 0, b = 0, c = 0] = [bytes[byte], bytes[byte + 1], bytes[byte + 2]]
      const value = ((a | (b << 8) | (c << 16)) >> (at & 7)) & ((1 << count) - 1)
      at += count
      return value
    },
    byteEnd: () => (at + 7) >> 3,
  }
}
