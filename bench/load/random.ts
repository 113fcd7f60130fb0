/** Random numbers that follow from a seed, so that two runs send the same. */
export interface Random {
  /** From 0 up to, but without, `end`. */
  below(end: number): number
  hex(digits: number): string
}

/** An xorshift of 32 bits: plenty for ids that only have to differ. */
export function seedRandom(seed: number): Random {
  let state = Math.imul(seed + 1, 0x9e3779b1) || 1
  function next(): number {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state >>> 0
  }
  return {
    below: (end) => next() % end,
    hex(digits) {
      let text = ''
      while (text.length < digits) text += next().toString(16).padStart(8, '0')
      return text.slice(0, digits)
    },
  }
}
