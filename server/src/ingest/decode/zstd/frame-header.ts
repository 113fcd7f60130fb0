/** What a frame says of itself: RFC 8878, 3.1.1.1. Its window is no more than what was written. */
export interface FrameHeader {
  size: number | undefined
  hasChecksum: boolean
  blocksAt: number
}

const magic = 0xfd2fb528
/** Of a frame that holds nothing of the content (RFC 8878, 3.1.2); the last four bits are free. */
const skippableMagic = 0x184d2a50

/** Where a frame that is to be skipped ends; undefined for any other. */
export function endOfSkippable(body: Uint8Array, start: number): number | undefined {
  if (readUint(body, start, 4) - ((body[start] ?? 0) % 16) !== skippableMagic) return undefined
  const end = start + 8 + readUint(body, start + 4, 4)
  if (end > body.length) throw new Error('It ends early.')
  return end
}

export function readFrameHeader(body: Uint8Array, start: number): FrameHeader {
  if (readUint(body, start, 4) !== magic) throw new Error('It does not go on like zstd data.')
  const descriptor = readUint(body, start + 4, 1)
  if ((descriptor & 0b1011) !== 0) throw new Error('It needs a dictionary, or what is not known.')
  const isSingleSegment = (descriptor & 0x20) !== 0
  const sizeAt = start + (isSingleSegment ? 5 : 6)
  const sizeBytes = [isSingleSegment ? 1 : 0, 2, 4, 8][descriptor >> 6] ?? 0
  return {
    size: sizeBytes === 0 ? undefined : readUint(body, sizeAt, sizeBytes) + (sizeBytes === 2 ? 256 : 0),
    hasChecksum: (descriptor & 4) !== 0,
    blocksAt: sizeAt + sizeBytes,
  }
}

/** The lowest byte is first. Of eight bytes, a size that no body has may be inexact. */
export function readUint(body: Uint8Array, start: number, bytes: number): number {
  if (start + bytes > body.length) throw new Error('It ends early.')
  return body.subarray(start, start + bytes).reduceRight((number, byte) => number * 256 + byte, 0)
}
