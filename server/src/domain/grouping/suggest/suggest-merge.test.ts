import { expect, it } from 'vitest'
import { suggestMerge } from './suggest-merge.ts'

const suggest = (a: string[], b: string[]) => suggestMerge({ chain: a }, { chain: b })

it('a chain with calls left out may be the same bug, whichever side it is on', () => {
  const whole = ['cart#total', 'cart#tax', 'page#checkout']
  expect(suggest(['cart#total', 'page#checkout'], whole)).toContain('one call fewer')
  expect(suggest(whole, ['cart#tax'])).toContain('2 calls fewer')
  expect(suggest(whole, whole)).toMatch(/same functions of the application\.$/)
})

it.each([
  ['nothing in common', ['a#x', 'a#y'], ['b#x', 'b#y']],
  ['the same calls in another order', ['a#x', 'a#y'], ['a#y', 'a#x']],
  ['no calls', [], ['a#x']],
  ['two empty chains', [], []],
  ['one call of a helper', ['http#request'], ['http#request', 'a#load']],
  ['one call without a name', ['a/x#anonymous'], ['a/x#anonymous', 'a#load']],
])('%s is no reason', (_, a, b) => expect(suggest(a, b)).toBeUndefined())
