/** The output is larger than it may be. */
export class ZstdTooLarge extends Error {
  override readonly name = 'ZstdTooLarge'
}

/** What was undone so far, which is also what later parts repeat from. It grows as it fills, to `most` at the utmost. */
export interface Output {
  /** What is repeated from here on is of this frame. Throws if the frame says that it is larger than there is room. */
  beginFrame(size: number | undefined): void
  append(bytes: Uint8Array): void
  fill(byte: number, length: number): void
  /** Repeats what is `offset` bytes back; the two may overlap. */
  repeat(offset: number, length: number): void
  readonly length: number
  /** What the last frame became, so far. */
  frame(): Uint8Array
  finish(): Uint8Array
}

const firstBytes = 64 * 1024

export function createOutput(most: number): Output {
  let bytes = new Uint8Array(Math.min(firstBytes, most))
  let length = 0
  let frameStart = 0

  function makeRoom(more: number): void {
    if (length + more > most) throw new ZstdTooLarge()
    if (length + more <= bytes.length) return
    const larger = new Uint8Array(Math.min(Math.max(bytes.length * 2, length + more), most))
    larger.set(bytes.subarray(0, length))
    bytes = larger
  }

  return {
    beginFrame(size = 0) {
      if (length + size > most) throw new ZstdTooLarge()
      frameStart = length
    },
    append(more) {
      makeRoom(more.length)
      bytes.set(more, length)
      length += more.length
    },
    fill(byte, count) {
      makeRoom(count)
      bytes.fill(byte, length, length + count)
      length += count
    },
    repeat(offset, count) {
      if (offset <= 0 || offset > length - frameStart) throw new Error('It repeats what was never there.')
      makeRoom(count)
      const from = length - offset
      if (offset >= count) bytes.copyWithin(length, from, from + count)
      else for (let at = 0; at < count; at += 1) bytes[length + at] = bytes[from + at] ?? 0
      length += count
    },
    get length() {
      return length
    },
    frame: () => bytes.subarray(frameStart, length),
    finish: () => bytes.subarray(0, length),
  }
}
