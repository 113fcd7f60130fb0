import { describe, expect, it } from 'vitest'
import { admitMany, anArrival, limits } from './testing/an-arrival.ts'
import { createLimiter } from './create-limiter.ts'

const start = Date.UTC(2026, 0, 10)
const second = 1_000
const minute = 60 * second

describe('an allowance per minute', () => {
  it.each(['keyPerMinute', 'projectPerMinute'] as const)('of the kind %s may be used at once', (kind) => {
    const limiter = createLimiter()
    expect(admitMany(limiter, 7, { settings: limits({ [kind]: 7 }) })).toBe(7)
    expect(limiter.admit(anArrival({ settings: limits({ [kind]: 7 }) })).kind).toBe('limited')
  })

  it('comes back evenly, and says when', () => {
    const limiter = createLimiter()
    const settings = limits({ keyPerMinute: 6 })
    admitMany(limiter, 6, { settings })
    const limited = { kind: 'limited', reason: 'key_per_minute', retryAfterSeconds: 10 }
    expect(limiter.admit(anArrival({ settings }))).toEqual(limited)
    expect(limiter.admit(anArrival({ settings, nowMs: start + 9_999 }))).toEqual({
      ...limited,
      retryAfterSeconds: 1,
    })
    expect(admitMany(limiter, 5, { settings, nowMs: start + 10 * second })).toBe(1)
  })

  it('is never more than itself, however long nothing came', () => {
    const limiter = createLimiter()
    const settings = limits({ keyPerMinute: 3 })
    admitMany(limiter, 1, { settings })
    expect(admitMany(limiter, 9, { settings, nowMs: start + 600 * minute })).toBe(3)
  })

  it('owes what was charged beyond it, and waits until that is paid', () => {
    const limiter = createLimiter()
    const settings = limits({ keyPerMinute: 6 })
    limiter.charge(anArrival({ settings, weight: 8 }))
    expect(limiter.admit(anArrival({ settings }))).toMatchObject({ retryAfterSeconds: 30 })
    expect(admitMany(limiter, 9, { settings, nowMs: start + 30 * second })).toBe(1)
  })

  it('is as it was when what was taken is given back, and never more than itself', () => {
    const limiter = createLimiter()
    const settings = limits({ keyPerMinute: 6, projectPerMinute: 6 })
    admitMany(limiter, 6, { settings })
    limiter.refund(anArrival({ settings, weight: 2 }))
    expect(admitMany(limiter, 9, { settings })).toBe(2)
    for (let times = 0; times < 9; times += 1) limiter.refund(anArrival({ settings, weight: 2 }))
    expect(admitMany(limiter, 20, { settings })).toBe(6)
  })

  it('lets in what counts for nothing, whatever is owed', () => {
    const limiter = createLimiter()
    const settings = limits({ keyPerMinute: 1, projectPerMonth: 1 })
    limiter.charge(anArrival({ settings, weight: 9 }))
    expect(limiter.admit(anArrival({ settings, weight: 0 }))).toEqual({ kind: 'admitted' })
  })

  it('refuses for good what weighs more than all of it, and takes nothing for that', () => {
    const limiter = createLimiter()
    const settings = limits({ keyPerMinute: 3 })
    const heavy = limiter.admit(anArrival({ settings, weight: 4 }))
    expect(heavy).toEqual({ kind: 'limited', reason: 'key_per_minute', retryAfterSeconds: 300 })
    expect(admitMany(limiter, 9, { settings })).toBe(3)
  })

  it('that is raised or lowered holds from then on', () => {
    const limiter = createLimiter()
    admitMany(limiter, 1, { settings: limits({ keyPerMinute: 60 }) })
    expect(admitMany(limiter, 9, { settings: limits({ keyPerMinute: 2 }) })).toBe(2)
    expect(admitMany(limiter, 99, { settings: limits({ keyPerMinute: 60 }), nowMs: start + second })).toBe(1)
  })

  it('of nothing admits nothing', () => {
    const refused = createLimiter().admit(anArrival({ settings: limits({ projectPerMinute: 0 }) }))
    expect(refused).toEqual({ kind: 'limited', reason: 'project_per_minute', retryAfterSeconds: 300 })
  })

  it('is no limit when it is null', () => expect(admitMany(createLimiter(), 10_000)).toBe(10_000))
})

describe('whose allowance it is', () => {
  it('each key has its own, and all keys of a project share one', () => {
    const limiter = createLimiter()
    const settings = limits({ keyPerMinute: 3, projectPerMinute: 5 })
    expect(admitMany(limiter, 9, { settings, publicKey: 'a' })).toBe(3)
    expect(admitMany(limiter, 9, { settings, publicKey: 'b' })).toBe(2)
    expect(admitMany(limiter, 9, { settings, publicKey: 'c', projectId: 2 })).toBe(3)
  })

  it('what the project refuses takes nothing from the key', () => {
    const limiter = createLimiter()
    admitMany(limiter, 9, { settings: limits({ projectPerMinute: 2 }) })
    expect(admitMany(limiter, 9, { settings: limits({ keyPerMinute: 4, projectPerMinute: 2 }) })).toBe(0)
    expect(admitMany(limiter, 9, { settings: limits({ keyPerMinute: 4 }) })).toBe(4)
  })

  it('of two limits the one that lasts longer is told', () => {
    const limiter = createLimiter()
    const settings = limits({ keyPerMinute: 6, projectPerMinute: 2 })
    admitMany(limiter, 6, { settings })
    const told = { kind: 'limited', reason: 'project_per_minute', retryAfterSeconds: 30 }
    expect(limiter.admit(anArrival({ settings }))).toEqual(told)
  })
})

describe('the quota of a month', () => {
  const settings = limits({ projectPerMonth: 10 })

  it('is used up by all keys of a project, and silences for at most five minutes', () => {
    const limiter = createLimiter()
    expect(admitMany(limiter, 6, { settings, publicKey: 'a' })).toBe(6)
    expect(admitMany(limiter, 6, { settings, publicKey: 'b' })).toBe(4)
    const refused = { kind: 'limited', reason: 'project_per_month', retryAfterSeconds: 300 }
    expect(limiter.admit(anArrival({ settings }))).toEqual(refused)
    expect(admitMany(limiter, 1, { settings, projectId: 2 })).toBe(1)
  })

  it.each([
    [Date.UTC(2026, 1, 1) - 1, 0],
    [Date.UTC(2026, 1, 1), 10],
  ])('ends with the month, UTC: at %j there are %j', (nowMs, expected) => {
    const limiter = createLimiter()
    admitMany(limiter, 10, { settings })
    expect(admitMany(limiter, 20, { settings, nowMs })).toBe(expected)
  })

  it('tells the end of the month when that is near', () => {
    const limiter = createLimiter()
    const nowMs = Date.UTC(2027, 0, 1) - 90_500
    admitMany(limiter, 10, { settings, nowMs })
    expect(limiter.admit(anArrival({ settings, nowMs }))).toMatchObject({ retryAfterSeconds: 91 })
  })

  it('counts what came before there was a quota', () => {
    const limiter = createLimiter()
    admitMany(limiter, 8)
    expect(admitMany(limiter, 9, { settings })).toBe(2)
  })

  it('starts from a given count, which may come late and never lowers it', () => {
    const limiter = createLimiter()
    limiter.seedMonth(1, '2026-01', 4)
    expect(admitMany(limiter, 3, { settings })).toBe(3)
    limiter.seedMonth(1, '2026-01', 9)
    limiter.seedMonth(1, '2026-01', 2)
    limiter.seedMonth(1, '2025-12', 10)
    limiter.seedMonth(2, '2026-01', 10)
    expect(admitMany(limiter, 9, { settings })).toBe(1)
  })

  it('owes what was charged beyond it, in the month in which that was', () => {
    const limiter = createLimiter()
    limiter.charge(anArrival({ settings, weight: 12, nowMs: Date.UTC(2026, 1, 1) }))
    expect(admitMany(limiter, 1, { settings, nowMs: Date.UTC(2026, 1, 1) })).toBe(0)
    expect(admitMany(limiter, 20, { settings })).toBe(10)
  })

  it('is as it was when what was taken is given back', () => {
    const limiter = createLimiter()
    admitMany(limiter, 10, { settings })
    limiter.refund(anArrival({ settings, weight: 3 }))
    expect(admitMany(limiter, 9, { settings })).toBe(3)
    limiter.refund(anArrival({ settings, weight: 3, nowMs: Date.UTC(2026, 1, 1) }))
    expect(admitMany(limiter, 20, { settings, nowMs: Date.UTC(2026, 1, 1) })).toBe(10)
  })

  it('survives minutes and days without an event', () => {
    const limiter = createLimiter()
    admitMany(limiter, 10, { settings })
    admitMany(limiter, 9, { projectId: 2, settings, nowMs: start + 10 * minute })
    admitMany(limiter, 9, { projectId: 2, settings, nowMs: start + 5_000 * minute })
    expect(admitMany(limiter, 9, { settings, nowMs: start + 9_000 * minute })).toBe(0)
  })
})

describe('a clock that jumps', () => {
  const settings = limits({ keyPerMinute: 5 })

  it('back gives nothing and takes nothing', () => {
    const limiter = createLimiter()
    expect(admitMany(limiter, 3, { settings })).toBe(3)
    expect(admitMany(limiter, 9, { settings, nowMs: start - 600 * minute })).toBe(2)
    expect(admitMany(limiter, 9, { settings, nowMs: start - 599 * minute })).toBe(5)
  })

  it.each([Date.UTC(2025, 11, 31), Date.UTC(2099, 5, 1)])(
    'to %j and back keeps the count of the month',
    (away) => {
      const limiter = createLimiter()
      const quota = limits({ projectPerMonth: 10 })
      admitMany(limiter, 10, { settings: quota })
      expect(admitMany(limiter, 1, { settings: quota, nowMs: away })).toBe(1)
      expect(admitMany(limiter, 9, { settings: quota })).toBe(0)
    },
  )
})

it('memory is bounded: beyond it, what was used longest ago starts anew', () => {
  const limiter = createLimiter({ mostTracked: 4 })
  const settings = limits({ keyPerMinute: 1 })
  admitMany(limiter, 1, { settings, publicKey: 'early' })
  for (const publicKey of ['a', 'b', 'c', 'd', 'e']) admitMany(limiter, 1, { settings, publicKey })
  expect(admitMany(limiter, 1, { settings, publicKey: 'e' })).toBe(0)
  expect(admitMany(limiter, 1, { settings, publicKey: 'early' })).toBe(1)
})
