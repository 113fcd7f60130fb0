import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isFairShare } from './is-fair-share.ts'

describe('of a queue of 100 bytes', () => {
  it.each([
    ['an empty queue takes anything, however large', 0, 0, 500, true],
    ['a project alone may fill it', 90, 90, 10, true],
    ['and not more', 90, 90, 11, false],
    ['beside others it may have a quarter', 60, 20, 5, true],
    ['and not more', 60, 20, 6, false],
    ['of which it has too much already when others come', 61, 60, 1, false],
    ['who have their quarter even when it is full', 115, 15, 10, true],
    ['up to a quarter beyond it', 120, 15, 6, false],
    ['one of a project is let in also when it is larger', 110, 0, 90, true],
    ['and never more than twice the queue in all', 110, 0, 91, false],
  ])('%s: %j waiting, %j of them its own, %j more: %j', (_, waiting, ofProject, arrival, expected) => {
    expect(isFairShare({ waiting, ofProject, arrival, capacity: 100 })).toBe(expected)
  })
})

it('one project that sends without end never keeps out a quiet one, and the queue has a bound', () => {
  const arrivals = fc.array(fc.record({ isQuiet: fc.boolean(), bytes: fc.integer({ min: 1, max: 12 }) }), {
    minLength: 50,
    maxLength: 100,
  })
  fc.assert(
    fc.property(arrivals, (all) => {
      const waiting = { noisy: 0, quiet: 0 }
      for (const { isQuiet, bytes } of all) {
        const who = isQuiet ? 'quiet' : 'noisy'
        const use = { waiting: waiting.noisy + waiting.quiet, ofProject: waiting[who], arrival: bytes }
        const mayWait = isFairShare({ ...use, capacity: 100 })
        if (isQuiet) expect(mayWait).toBe(true)
        if (mayWait) waiting[who] += bytes
        expect(waiting.noisy + waiting.quiet).toBeLessThanOrEqual(200)
        // The quiet one is served before it sends again twice; of the noisy one, nothing is served at all.
        if (waiting.quiet > 12) waiting.quiet = 0
      }
    }),
  )
})
