import { describe, expect, it } from 'vitest'
import { mayNotSend, readRateLimits } from './rate-limits.ts'

const now = Date.UTC(2026, 0, 1)
const header = (rateLimits: string, status = 200) => ({ status, rateLimits, retryAfter: undefined })
const refused = (retryAfter?: string) => ({ status: 429, rateLimits: undefined, retryAfter })
const secondsOf = (limits: ReadonlyMap<string, number>) =>
  Object.fromEntries([...limits].map(([category, until]) => [category, (until - now) / 1_000]))

it.each([
  ['60:error', { error: 60 }],
  ['60:error;session:key', { error: 60, session: 60 }],
  ['60::organization', { all: 60 }],
  ['60', { all: 60 }],
  ['60:error, 2700:session:key:quota', { error: 60, session: 2_700 }],
  [' 60 : error ; session ', { error: 60, session: 60 }],
  ['1.5:error', { error: 1.5 }],
  ['soon:error', { error: 60 }],
  ['-5:error', { error: 60 }],
  ['1e300:error', { error: 60 * 60 * 24 }],
  ['', {}],
])('the header "%s" is understood', (text, limits) => {
  expect(secondsOf(readRateLimits(new Map(), header(text), now))).toEqual(limits)
})

describe('a 429', () => {
  it.each([
    ['30', 30],
    [undefined, 60],
    ['-5', 60],
    ['nonsense', 60],
    ['NaN', 60],
    [new Date(now + 90_000).toUTCString(), 90],
    [new Date(now - 90_000).toUTCString(), 0],
  ])('with Retry-After %s stops everything', (text, seconds) => {
    expect(secondsOf(readRateLimits(new Map(), refused(text), now))).toEqual({ all: seconds })
  })

  it('stops no more than its limits say', () => {
    expect(secondsOf(readRateLimits(new Map(), header('10:session', 429), now))).toEqual({ session: 10 })
  })
})

it('a longer limit outlives a shorter one that comes later', () => {
  const first = readRateLimits(new Map(), header('60:error'), now)
  expect(secondsOf(readRateLimits(first, header('10:error'), now))).toEqual({ error: 60 })
})

it('a limit holds until its time is over, for its category and for all', () => {
  const limits = readRateLimits(new Map(), header('60:error'), now)
  expect(mayNotSend(limits, 'error', now + 59_999)).toBe(true)
  expect(mayNotSend(limits, 'error', now + 60_000)).toBe(false)
  expect(mayNotSend(limits, 'session', now)).toBe(false)
  expect(mayNotSend(new Map([['all', now + 1]]), 'error', now)).toBe(true)
})
