import fc from 'fast-check'
import { expect, it } from 'vitest'
import { normaliseValue } from './normalise-value.ts'
import { hostileValues } from './testing/hostile-values.ts'

it.each([
  ['text', 'text'],
  [7, 7],
  [true, true],
  [null, null],
  [undefined, '[undefined]'],
  [Number.POSITIVE_INFINITY, 'Infinity'],
  [Number.NaN, 'NaN'],
  [12n, '12'],
  [Symbol('s'), 'Symbol(s)'],
  [() => 1, '[function]'],
  [new RangeError('too far'), 'RangeError: too far'],
  [new Date(0), '1970-01-01T00:00:00.000Z'],
  [new Date(Number.NaN), '[invalid date]'],
  [new Uint8Array(9), '[binary data of 9 bytes]'],
  [new Map([['a', 1]]), [['a', 1]]],
  [new Set(['a', 'b']), ['a', 'b']],
  [{ a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }],
])('%o becomes %j', (value, plain) => {
  expect(normaliseValue(value)).toEqual(plain)
})

it('names what lies deeper than four levels', () => {
  expect(normaliseValue({ a: { b: { c: { d: { e: 1 } } } } })).toEqual({ a: { b: { c: { d: '[object]' } } } })
  expect(normaliseValue([[[[[1]]]]])).toEqual([[[['[array]']]]])
})

it('tells a cycle where it closes, and the same value twice', () => {
  const shared = { a: 1 }
  const value: Record<string, unknown> = { first: shared, second: shared }
  value['self'] = value
  expect(normaliseValue(value)).toEqual({ first: { a: 1 }, second: { a: 1 }, self: '[circular]' })
})

it('reads on after a getter that throws', () => {
  const value = {
    get broken(): never {
      throw new Error('no')
    },
    whole: 1,
  }
  expect(normaliseValue(value)).toEqual({ broken: '[getter threw]', whole: 1 })
})

it('keeps a key called __proto__ as data', () => {
  const plain = normaliseValue(JSON.parse('{"__proto__": {"isAdmin": true}}'))
  expect(JSON.stringify(plain)).toBe('{"__proto__":{"isAdmin":true}}')
  expect(Object.getPrototypeOf(plain)).toBe(Object.prototype)
})

it('takes a hundred items of each list and object', () => {
  expect(normaliseValue(Array.from({ length: 500 }, () => 1))).toHaveLength(100)
  const keys = Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`k${at}`, at]))
  expect(Object.keys(normaliseValue(keys) as object)).toHaveLength(100)
})

it('takes no more than 200,000 characters in all', () => {
  const texts = Array.from({ length: 100 }, () => Array.from({ length: 100 }, () => 'x'.repeat(10_000)))
  expect(JSON.stringify(normaliseValue(texts)).length).toBeLessThan(210_000)
})

it('does not call what the value brings along', () => {
  const calls: string[] = []
  const note = (name: string) => () => calls.push(name)
  normaliseValue({
    toString: note('toString'),
    toJSON: note('toJSON'),
    valueOf: note('valueOf'),
  })
  expect(calls).toEqual([])
})

it.each(hostileValues)('$name becomes JSON of less than a megabyte', ({ value }) => {
  expect(JSON.stringify(normaliseValue(value)).length).toBeLessThan(1_000_000)
})

it('makes JSON of anything', () => {
  fc.assert(
    fc.property(fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true }), (value) => {
      const json = JSON.stringify(normaliseValue(value))
      expect(JSON.stringify(JSON.parse(json))).toBe(json)
    }),
  )
})
