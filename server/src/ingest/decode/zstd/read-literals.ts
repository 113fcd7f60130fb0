import { inflateHuffman, readHuffman, type HuffmanTable } from './huffman.ts'

export const largestBlock = 128 * 1024

export interface Literals {
  content: Uint8Array
  /** For a later block that goes on with the same tree. */
  huffman: HuffmanTable | undefined
  end: number
}

/** Reads the literals of a block (RFC 8878, 3.1.1.3.1). */
export function readLiterals(
  bytes: Uint8Array,
  start: number,
  end: number,
  known: HuffmanTable | undefined,
): Literals {
  const header = readHeader(bytes, start)
  const contentEnd = header.at + header.packed
  if (header.size > largestBlock || contentEnd > end) throw new Error('Literals do not fit in their block.')
  if (header.kind === 'raw')
    return { content: bytes.subarray(header.at, contentEnd), huffman: known, end: contentEnd }
  if (header.kind === 'run') {
    const content = new Uint8Array(header.size).fill(bytes[header.at] ?? 0)
    return { content, huffman: known, end: contentEnd }
  }
  const tree = header.kind === 'tree' ? readHuffman(bytes, header.at) : { table: known, end: header.at }
  if (tree.table === undefined || tree.end > contentEnd) throw new Error('Literals have no tree.')
  const content = new Uint8Array(header.size)
  const stream = { bytes, start: tree.end, end: contentEnd }
  if (header.streams === 1) inflateHuffman(tree.table, stream, content)
  else inflateFour(tree.table, stream, content)
  return { content, huffman: tree.table, end: contentEnd }
}

interface Header {
  kind: (typeof kinds)[number]
  streams: 1 | 4
  /** When undone, and as it stands here. */
  size: number
  packed: number
  at: number
}

const kinds = ['raw', 'run', 'tree', 'same tree'] as const

function readHeader(bytes: Uint8Array, start: number): Header {
  const [first = 0, second = 0, third = 0, fourth = 0, fifth = 0] = bytes.subarray(start, start + 5)
  const kind = kinds[first & 3] ?? 'raw'
  const format = (first >> 2) & 3
  const word = (first | (second << 8) | (third << 16)) >>> 4
  if (kind === 'raw' || kind === 'run') {
    const [size, length] = (
      [
        [first >> 3, 1],
        [word & 0xfff, 2],
        [first >> 3, 1],
        [word, 3],
      ] as const
    )[format] ?? [0, 1]
    return { kind, streams: 1, size, packed: kind === 'raw' ? size : 1, at: start + length }
  }
  const bits = [10, 10, 14, 18][format] ?? 0
  const all = word + fourth * 2 ** 20 + fifth * 2 ** 28
  const size = all % 2 ** bits
  const packed = Math.floor(all / 2 ** bits) % 2 ** bits
  return { kind, streams: format === 0 ? 1 : 4, size, packed, at: start + (4 + 2 * bits) / 8 }
}

/** A table of three lengths stands before four streams. */
function inflateFour(
  table: HuffmanTable,
  { bytes, start, end }: { bytes: Uint8Array; start: number; end: number },
  into: Uint8Array,
): void {
  const each = (into.length + 3) >> 2
  let at = start + 6
  for (let stream = 0; stream < 4; stream += 1) {
    const length = (bytes[start + stream * 2] ?? 0) | ((bytes[start + stream * 2 + 1] ?? 0) << 8)
    const streamEnd = stream === 3 ? end : at + length
    if (streamEnd > end) throw new Error('A stream of codes does not fit.')
    inflateHuffman(
      table,
      { bytes, start: at, end: streamEnd },
      into.subarray(each * stream, stream === 3 ? undefined : each * (stream + 1)),
    )
    at = streamEnd
  }
}
