/** 64 bits as two halves of 32, which is many times faster than BigInt. It is changed in place. */
export interface Word {
  low: number
  high: number
}

export function add(word: Word, low: number, high: number): void {
  const sum = (word.low >>> 0) + (low >>> 0)
  word.high = (word.high + high + (sum > 0xffff_ffff ? 1 : 0)) | 0
  word.low = sum | 0
}

export function xor(word: Word, low: number, high: number): void {
  word.low ^= low
  word.high ^= high
}

export function multiply(word: Word, { low, high }: Readonly<Word>): void {
  const crossed = Math.imul(word.low, high) + Math.imul(word.high, low)
  word.high = (upperHalf(word.low, low) + crossed) | 0
  word.low = Math.imul(word.low, low)
}

/** To the left, by less than 32. */
export function rotate(word: Word, count: number): void {
  const { low, high } = word
  word.low = (low << count) | (high >>> (32 - count))
  word.high = (high << count) | (low >>> (32 - count))
}

/** Of the product of two times 32 bits. No step exceeds what a number holds exactly. */
function upperHalf(a: number, b: number): number {
  const aLow = a & 0xffff
  const aHigh = a >>> 16
  const bLow = b & 0xffff
  const bHigh = b >>> 16
  const middle = aHigh * bLow + ((aLow * bLow) >>> 16)
  const other = aLow * bHigh + (middle % 65_536)
  return aHigh * bHigh + Math.floor(middle / 65_536) + Math.floor(other / 65_536)
}
