/** A map that forgets what was used longest ago, so that its size has a bound. */
export interface RecentMap<Key, Value> {
  /** Reading counts as use. */
  get(key: Key): Value | undefined
  set(key: Key, value: Value): void
  readonly size: number
}

/**
 * Two generations: what is used moves to the young one, and when that has its half, the old one is dropped as a
 * whole. It costs no list, no timer and no sweep; at least the latest half of `most` is always kept.
 */
export function createRecentMap<Key, Value>(most: number): RecentMap<Key, Value> {
  const mostYoung = Math.max(1, Math.floor(most / 2))
  let young = new Map<Key, Value>()
  let old = new Map<Key, Value>()

  function set(key: Key, value: Value): void {
    old.delete(key)
    if (young.size >= mostYoung && !young.has(key)) {
      old = young
      young = new Map()
    }
    young.set(key, value)
  }

  function get(key: Key): Value | undefined {
    const found = young.get(key)
    if (found !== undefined) return found
    const older = old.get(key)
    if (older !== undefined) set(key, older)
    return older
  }

  return {
    get,
    set,
    get size() {
      return young.size + old.size
    },
  }
}
