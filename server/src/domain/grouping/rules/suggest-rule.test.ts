import { expect, it } from 'vitest'
import type { Event } from '../../event/event.ts'
import { groupEvent } from '../group-event.ts'
import { anError, thrown } from '../testing/an-event.ts'
import { parseRules } from './parse-rules.ts'
import { suggestRule } from './suggest-rule.ts'

const error = (message: string, place = '/srv/shop/a/cart.js#total', type = 'Error') =>
  thrown([anError(message, [place], type)])
const suggest = (left: Event, right: Event) => suggestRule(groupEvent(left).parts, groupEvent(right).parts)

it.each([
  [
    error('voucher is not valid', '/srv/shop/a/cart.js#total'),
    error('voucher is not valid', '/srv/a/order.js#place'),
    'type:Error message:"voucher is not valid*" -> drop-part site',
  ],
  [
    error('the voucher is not valid'),
    error('the voucher has expired'),
    'type:Error message:"the voucher *" module:a/cart function:total -> drop-part template',
  ],
  [
    error('the voucher "a-1" is not valid', '/srv/shop/a/cart.js#total', 'CartError'),
    error('the voucher "a-1" is not known', '/srv/a/order.js#place', 'OrderError'),
    'message:"the voucher ?a-1? is not *" -> fingerprint the-voucher-is-not-valid',
  ],
  [
    error("Cannot read properties of undefined (reading 'price')", '/srv/shop/a/cart.js#total', 'TypeError'),
    error("Cannot read properties of undefined (reading 'price')", '/srv/a/order.js#place', 'TypeError'),
    undefined,
  ],
])('makes one group of two', (left, right, rule) => {
  expect(suggest(left, right)).toBe(rule)
  if (rule === undefined) return
  const { rules, errors } = parseRules(rule)
  expect(errors).toEqual([])
  expect(groupEvent(left, rules).hash).toEqual(groupEvent(right, rules).hash)
})

it('has nothing to say of one group, of fingerprints that somebody set, and where it would be too wide', () => {
  expect(suggest(error('x'), error('x'))).toBeUndefined()
  expect(
    suggest({ ...error('x'), fingerprint: ['a'] }, { ...error('x'), fingerprint: ['b'] }),
  ).toBeUndefined()
  expect(suggest(error('a', '/a/b.js#f'), error('b', '/a/c.js#g'))).toBeUndefined()
})

it('suggests no line that could not be saved', () => {
  const [here, there] = ['/srv/shop/a/cart.js#total', '/srv/a/order.js#place']
  const broken = suggest(
    error('voucher is bad', here, 'My\nError'),
    error('voucher is bad', there, 'My\nError'),
  )
  expect(parseRules(broken ?? '')).toMatchObject({ rules: { onKeys: [{ line: 1 }] }, errors: [] })
  const long = `voucher ${'at 12345 or '.repeat(24)}`
  expect(suggest(error(long, here), error(long, there))).toBeUndefined()
})
