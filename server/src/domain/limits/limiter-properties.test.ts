import fc from 'fast-check'
import { expect, it } from 'vitest'
import { admitMany, anArrival, limits } from './testing/an-arrival.ts'
import { createLimiter, type Limiter } from './create-limiter.ts'
import type { LimitSettings } from './limit-settings.ts'

const gaps = fc.array(
  fc.record({ gapMs: fc.oneof(fc.nat(50), fc.nat(90_000)), weight: fc.integer({ min: 1, max: 3 }) }),
  {
    maxLength: 120,
  },
)
const perMinute = fc.integer({ min: 1, max: 20 })

it('no span has more than the allowance and what came back in it', () => {
  fc.assert(
    fc.property(gaps, perMinute, (arrivals, limit) => {
      const settings = limits({ projectPerMinute: limit })
      const taken = replay(createLimiter(), arrivals, settings).filter(({ kind }) => kind === 'admitted')
      for (const [from, first] of taken.entries()) {
        let sum = 0
        for (const { nowMs, weight } of taken.slice(from)) {
          sum += weight
          expect(sum).toBeLessThanOrEqual(limit + (limit * (nowMs - first.nowMs)) / 60_000)
        }
      }
    }),
  )
})

it('who waits as long as told is admitted', () => {
  fc.assert(
    fc.property(gaps, perMinute, perMinute, (arrivals, keyPerMinute, projectPerMinute) => {
      const limiter = createLimiter()
      const settings = limits({ keyPerMinute, projectPerMinute })
      const nowMs = replay(limiter, arrivals, settings).at(-1)?.nowMs ?? anArrival().nowMs
      admitMany(limiter, 40, { settings, nowMs })
      const told = limiter.admit(anArrival({ settings, nowMs }))
      if (told.kind !== 'limited') throw new Error('Forty events pass no limit of twenty.')
      expect(Number.isInteger(told.retryAfterSeconds)).toBe(true)
      expect(told.retryAfterSeconds).toBeGreaterThanOrEqual(1)
      expect(told.retryAfterSeconds).toBeLessThanOrEqual(60)
      const then = nowMs + told.retryAfterSeconds * 1_000
      expect(limiter.admit(anArrival({ settings, nowMs: then })).kind).toBe('admitted')
    }),
  )
})

it('a refused one changes nothing for those that come after it', () => {
  fc.assert(
    fc.property(gaps, perMinute, perMinute, (arrivals, keyPerMinute, projectPerMonth) => {
      const settings = limits({ keyPerMinute, projectPerMinute: 15, projectPerMonth })
      const all = replay(createLimiter(), arrivals, settings)
      const taken = all.filter(({ kind }) => kind === 'admitted')
      const limiter = createLimiter()
      const again = taken.map((one) => limiter.admit(anArrival({ ...one, settings })).kind)
      expect(again).toEqual(taken.map(({ kind }) => kind))
    }),
  )
})

function replay(limiter: Limiter, arrivals: { gapMs: number; weight: number }[], settings: LimitSettings) {
  let { nowMs } = anArrival()
  return arrivals.map(({ gapMs, weight }) => {
    nowMs += gapMs
    return { nowMs, weight, kind: limiter.admit(anArrival({ settings, nowMs, weight })).kind }
  })
}
