import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRecentMap } from './recent-map.ts'

describe('a map of what was used of late', () => {
  it('never holds more than its bound, and always the latest half of it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 20 }), fc.array(fc.nat(40), { maxLength: 200 }), (most, keys) => {
        const map = createRecentMap<number, string>(most)
        for (const key of keys) if (map.get(key) === undefined) map.set(key, `of ${key}`)
        expect(map.size).toBeLessThanOrEqual(most)
        const latest = Array.from(new Set<number>(keys.toReversed())).slice(0, Math.floor(most / 2))
        for (const key of latest) expect(map.get(key)).toBe(`of ${key}`)
      }),
    )
  })

  it('replaces a value in place', () => {
    const map = createRecentMap<string, number>(4)
    for (const value of [1, 2, 3]) map.set('a', value)
    expect([map.get('a'), map.size]).toEqual([3, 1])
  })
})
