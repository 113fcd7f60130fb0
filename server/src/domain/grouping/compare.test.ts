import { expect, it } from 'vitest'
import type { Event } from '../event/event.ts'
import { compareFingerprints } from './compare.ts'
import { groupEvent } from './group-event.ts'
import { anError, thrown } from './testing/an-event.ts'

const compare = (a: Event, b: Event) => compareFingerprints(groupEvent(a), groupEvent(b))
const error = (message: string, ...places: string[]) => thrown([anError(message, places)])

it('says part by part what is the same and what is not', () => {
  const { rows, summary } = compare(
    error('basket has vanished', '/a/cart.js#open'),
    error('basket has vanished', '/a/cart.js#close'),
  )
  expect(rows.map(({ name, verdict }) => [name, verdict])).toEqual([
    ['tier', 'same'],
    ['type', 'same'],
    ['template', 'same'],
    ['site', 'different'],
  ])
  expect(rows[3]?.sentence).toBe('The site differs: “a/cart#open” here, “a/cart#close” there.')
  expect(summary).toBe('They are two issues because the site differs.')
})

it('says which side has a part that the other lacks', () => {
  const { rows, summary } = compare(
    error('not found', '/a/api.js#load', '/a/http.js#request'),
    error('gone', '/a/db.js#open'),
  )
  expect(rows.at(-1)).toMatchObject({ name: 'caller', verdict: 'only_left' })
  expect(rows.at(-1)?.sentence).toBe('Only here the caller counts: “a/api#load”.')
  expect(summary).toBe('They are two issues because the template, the site and the caller differ.')
})

it('names what decides when that differs', () => {
  const { rows, summary } = compare(error('boom'), { ...error('boom', '/a/x.js#f'), fingerprint: ['mine'] })
  expect(rows[0]?.verdict).toBe('different')
  expect(summary).toBe(
    'They are two issues because they are grouped by different things. ' +
      'One is grouped by type and message, for want of a stack, the other by a fingerprint that the client set.',
  )
})

it('compares the members of groups whatever their order', () => {
  const parts = (...values: string[]) => ({
    tier: 'site' as const,
    parts: values.map((value) => ({ name: 'site', value, reason: '.' })),
  })
  const { rows } = compareFingerprints(parts('a', 'b'), parts('c', 'a', 'd'))
  expect(rows.slice(1).map(({ left, right, verdict }) => [left?.value, right?.value, verdict])).toEqual([
    ['a', 'a', 'same'],
    ['b', 'c', 'different'],
    [undefined, 'd', 'only_right'],
  ])
})

it('says so when nothing differs', () => {
  const { summary } = compare(error('boom', '/a/x.js#f'), error('boom', '/a/x.js#f'))
  expect(summary).toBe('Nothing that counts differs between them.')
})
