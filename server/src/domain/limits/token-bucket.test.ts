import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fullBucket, refill, take, waitMs } from './token-bucket.ts'

it('a bucket of any size gives all of its allowance and not one more', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), fc.nat(2 ** 41), (perMinute, nowMs) => {
      const bucket = fullBucket(perMinute, nowMs)
      for (let given = 0; given < perMinute; given += 1) {
        expect(waitMs(bucket, 1)).toBe(0)
        take(bucket, 1)
      }
      expect(waitMs(bucket, 1)).toBe(60_000 / perMinute)
    }),
  )
})

it('an empty bucket is full after a minute, in however many steps it is filled', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_000_000 }),
      fc.array(fc.nat(59_999), { maxLength: 30 }),
      (perMinute, steps) => {
        const bucket = fullBucket(perMinute, 0)
        take(bucket, perMinute)
        for (const nowMs of steps.toSorted((a, b) => a - b)) refill(bucket, perMinute, nowMs)
        expect(waitMs(bucket, perMinute)).toBeGreaterThan(0)
        refill(bucket, perMinute, 60_000)
        expect(bucket).toEqual(fullBucket(perMinute, 60_000))
      },
    ),
  )
})
