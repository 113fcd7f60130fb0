/** Random characters that are the same in each run: a linear congruential generator (Numerical Recipes' constants). */
export interface Random {
  below(limit: number): number
  text(alphabet: string, length: number): string
}

export const DIGITS = '0123456789'
export const HEX = '0123456789abcdef'
export const CAPITALS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
export const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
export const WORD = DIGITS + CAPITALS + LETTERS

export function startRandom(seed: number): Random {
  let state = seed
  const below = (limit: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
  const text = (alphabet: string, length: number): string =>
    Array.from({ length }, () => alphabet[below(alphabet.length)] ?? '').join('')
  return { below, text }
}
