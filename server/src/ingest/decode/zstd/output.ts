/** The output is larger than it may be. */
export class ZstdTooLarge extends Error {
  override readonly name = 'ZstdTooLarge'
}

/** What was undone so far, which is also what later parts repeat from. It grows as it fills, to `most` at the utmost. */
export interface Output {
  append(bytes: Uint8Array): void
  fill(byte: number, length: number): void
  /** Repeats what is `offset` bytes back; the two may overlap. */
  repeat(offset: number, length: number): void
  readonly length: number
  finish(): Uint8Array
}

const firstBytes = 64 * 1024

export function createOutput(most: number): Output {
  let bytes = new Uint8Array(Math.min(firstBytes, most))
  let length = 0

  function makeRoom(more: number): void {
    if (length + more > most) throw new ZstdTooLarge()
    if (length + more <= bytes.length) return
    const larger = new Uint8Array(Math.min(Math.max(bytes.length * 2, length + more), most))
    larger.set(bytes.subarray(0, length))
    bytes = larger
  }

  return {
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
      if (offset <= 0 || offset > length) throw new Error('It repeats what was never there.')
      makeRoom(count)
      const from = length - offset
      if (offset >= count) bytes.copyWithin(length, from, from + count)
      else for (let at = 0; at < count; at += 1) bytes[length + at] = bytes[from + at] ?? 0
      length += count
    },
    get length() {
      return length
    },
    finish: () => bytes.subarray(0, length),
  }
}
