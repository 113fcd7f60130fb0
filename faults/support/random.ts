/** Numbers from 0 up to 1, the same for the same seed: a run that missed can be run again. */
export function createRandom(seed: number): () => number {
  let state = (seed ^ 0x9e3779b9) >>> 0 || 1
  return () => {
    // Marsaglia's xorshift with the shifts 13, 17 and 5.
    state ^= state << 13
    state >>>= 0
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return state / 2 ** 32
  }
}
