import { expect, it } from 'vitest'
import { firstItems, isObject, readProperty, textOf } from './read-safely.ts'
import { hostileValues } from './testing/hostile-values.ts'

it.each(hostileValues)('$name is read without harm', ({ value }) => {
  expect(textOf(value, 10).length).toBeLessThanOrEqual('[binary data]'.length)
  expect(firstItems(value, 3)?.length ?? 0).toBeLessThanOrEqual(3)
  if (isObject(value)) expect(() => readProperty(value, 'message')).not.toThrow()
})

it('tells what has an identity from what has none', () => {
  expect([{}, [], () => 1].map(isObject)).toEqual([true, true, true])
  expect([null, undefined, 'x', 7, Symbol('s')].map(isObject)).toEqual([false, false, false, false, false])
})
