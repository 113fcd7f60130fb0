import { add, multiply, rotate, xor, type Word } from './word.ts'

const prime1: Readonly<Word> = { low: 0x85ebca87 | 0, high: 0x9e3779b1 | 0 }
const prime2: Readonly<Word> = { low: 0x27d4eb4f, high: 0xc2b2ae3d | 0 }
const prime3: Readonly<Word> = { low: 0x9e3779f9 | 0, high: 0x165667b1 }
const prime4: Readonly<Word> = { low: 0xc2b2ae63 | 0, high: 0x85ebca77 | 0 }
const prime5: Readonly<Word> = { low: 0x165667c5, high: 0x27d4eb2f }

const stripeBytes = 32

/** The lower 32 bits of XXH64 with the seed 0, which is what a frame ends with (RFC 8878, 3.1.1). */
export function lowXxh64(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const tailAt = bytes.length - (bytes.length % stripeBytes)
  const hash = tailAt === 0 ? { ...prime5 } : hashStripes(view, tailAt)
  add(hash, bytes.length, 0)
  addTail(hash, view, tailAt)
  return finish(hash)
}

function hashStripes(view: DataView, end: number): Word {
  const first = { ...prime1 }
  add(first, prime2.low, prime2.high)
  const last = { low: ~prime1.low, high: ~prime1.high }
  add(last, 1, 0)
  const lanes = [first, { ...prime2 }, { low: 0, high: 0 }, last]
  for (let at = 0; at < end; at += stripeBytes)
    lanes.forEach((lane, index) =>
      mix(lane, view.getInt32(at + index * 8, true), view.getInt32(at + index * 8 + 4, true)),
    )
  return merge(lanes)
}

function mix(lane: Word, low: number, high: number): void {
  const input = { low, high }
  multiply(input, prime2)
  add(lane, input.low, input.high)
  rotate(lane, 31)
  multiply(lane, prime1)
}

const laneRotations = [1, 7, 12, 18]

function merge(lanes: Word[]): Word {
  const hash = { low: 0, high: 0 }
  lanes.forEach((lane, index) => {
    const rotated = { ...lane }
    rotate(rotated, laneRotations[index] ?? 0)
    add(hash, rotated.low, rotated.high)
  })
  for (const lane of lanes) {
    xorMixed(hash, lane.low, lane.high)
    multiply(hash, prime1)
    add(hash, prime4.low, prime4.high)
  }
  return hash
}

function xorMixed(hash: Word, low: number, high: number): void {
  const mixed = { low: 0, high: 0 }
  mix(mixed, low, high)
  xor(hash, mixed.low, mixed.high)
}

/** What is left after whole stripes: words, then half a word, then bytes. */
function addTail(hash: Word, view: DataView, start: number): void {
  let at = start
  for (; at + 8 <= view.byteLength; at += 8) {
    xorMixed(hash, view.getInt32(at, true), view.getInt32(at + 4, true))
    turn(hash, 27, prime1)
    add(hash, prime4.low, prime4.high)
  }
  if (at + 4 <= view.byteLength) {
    xorProduct(hash, view.getInt32(at, true), prime1)
    turn(hash, 23, prime2)
    add(hash, prime3.low, prime3.high)
    at += 4
  }
  for (; at < view.byteLength; at += 1) {
    xorProduct(hash, view.getUint8(at), prime5)
    turn(hash, 11, prime1)
  }
}

function xorProduct(hash: Word, low: number, prime: Readonly<Word>): void {
  const product = { low, high: 0 }
  multiply(product, prime)
  xor(hash, product.low, product.high)
}

function turn(hash: Word, count: number, prime: Readonly<Word>): void {
  rotate(hash, count)
  multiply(hash, prime)
}

function finish(hash: Word): number {
  xor(hash, hash.high >>> 1, 0)
  multiply(hash, prime2)
  xor(hash, (hash.low >>> 29) | (hash.high << 3), hash.high >>> 29)
  multiply(hash, prime3)
  return (hash.low ^ hash.high) >>> 0
}
