/** Bits that are read from the end of some bytes to their beginning (RFC 8878, 4.1). */
export interface BackwardBits {
  bytes: Uint8Array
  start: number
  /** Below zero, more was read than there is: zeros. */
  left: number
}

/** The last byte holds a one above the first bit to be read. */
export function openBackward(bytes: Uint8Array, start: number, end: number): BackwardBits {
  const last = end > start ? (bytes[end - 1] ?? 0) : 0
  if (last === 0) throw new Error('A stream of bits does not end.')
  return { bytes, start, left: (end - start - 1) * 8 + 31 - Math.clz32(last) }
}

/** At most 32 bits. */
export function readBackward(bits: BackwardBits, count: number): number {
  if (count > 24) return readBackward(bits, count - 16) * 65_536 + readBackward(bits, 16)
  bits.left -= count
  const at = bits.left
  if (at >= 0) return bitsAt(bits, at, count)
  return at + count <= 0 ? 0 : bitsAt(bits, 0, at + count) << -at
}

function bitsAt({ bytes, start }: BackwardBits, at: number, count: number): number {
  const first = start + (at >> 3)
  const low = (bytes[first] ?? 0) | ((bytes[first + 1] ?? 0) << 8)
  const high = (bytes[first + 2] ?? 0) | ((bytes[first + 3] ?? 0) << 8)
  return ((low | (high << 16)) >>> (at & 7)) & ((1 << count) - 1)
}
