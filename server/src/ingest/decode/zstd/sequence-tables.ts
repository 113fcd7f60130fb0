import { buildTable, constantTable, type FseTable } from './fse-table.ts'
import { readFseTable } from './read-fse-table.ts'

/** The three kinds of codes of a sequence, in the order of their tables. */
export interface SequenceTables {
  literals: FseTable
  offsets: FseTable
  matches: FseTable
}

const ones = (count: number): number[] => Array.from({ length: count }, () => 1)
const twos = (count: number): number[] => Array.from({ length: count }, () => 2)
const rare = (count: number): number[] => Array.from({ length: count }, () => -1)

/** RFC 8878, 3.1.1.3.2.2. */
const standard: SequenceTables = {
  literals: buildTable(6, [4, 3, ...twos(11), 1, 1, 1, ...twos(9), 3, 2, ...ones(5), ...rare(4)]),
  offsets: buildTable(5, [...ones(6), ...twos(3), ...ones(15), ...rare(5)]),
  matches: buildTable(6, [1, 4, 3, ...twos(6), ...ones(37), ...rare(7)]),
}

const limits = {
  literals: { accuracy: 9, symbols: 36 },
  offsets: { accuracy: 8, symbols: 32 },
  matches: { accuracy: 9, symbols: 53 },
} as const

/** Reads which tables a block uses, and those that it brings along; says where they end. */
export function readSequenceTables(
  bytes: Uint8Array,
  start: number,
  end: number,
  known: SequenceTables | undefined,
): { tables: SequenceTables; end: number } {
  const modes = bytes[start] ?? 0
  if ((modes & 3) !== 0) throw new Error('A block has a mode that is not known.')
  let at = start + 1
  const read = (kind: keyof SequenceTables, mode: number): FseTable => {
    if (mode === 0) return standard[kind]
    if (mode === 1) return constantTable(symbolAt(bytes, at++, limits[kind].symbols))
    if (mode === 2) {
      const own = readFseTable(bytes, at, end, limits[kind])
      at = own.end
      return own.table
    }
    if (known === undefined) throw new Error('A block goes on with tables that it never had.')
    return known[kind]
  }
  const literals = read('literals', modes >> 6)
  const offsets = read('offsets', (modes >> 4) & 3)
  const matches = read('matches', (modes >> 2) & 3)
  if (at > end) throw new Error('The tables of a block do not end.')
  return { tables: { literals, offsets, matches }, end: at }
}

function symbolAt(bytes: Uint8Array, at: number, count: number): number {
  const symbol = bytes[at] ?? 0
  if (symbol >= count) throw new Error('A code is not known.')
  return symbol
}
