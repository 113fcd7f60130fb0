/** Random numbers that follow from a seed, so that two runs send the same. */
export interface Random {
  /** From 0 up to, but without, `end`. */
  below(end: number): number
  hex(digits: number): string
}

/** A counter whose bits are mixed: good enough for ids, and quick. */
export function seedRandom(seed: number): Random {
  let counter = Math.imul(seed + 1, 0x9e3779b1)
  function next(): number {
    counter = (counter + 0x9e3779b1) | 0
    let mixed = Math.imul(counter ^ (counter >>> 16), 0x85ebca6b)
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
    return (mixed ^ (mixed >>> 16)) >>> 0
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
