import { expect, it } from 'vitest'
import { crashFree, sayShare } from './crash-free.ts'

it.each([
  [1_000, 0, '100 %'],
  [1_000, 5, '99.5 %'],
  [3, 1, '66.66 %'],
  [1_000_000, 1, '99.99 %'],
  [4, 4, '0 %'],
  [0, 0, '–'],
])('says of %d with %d crashed: %s', (all, crashed, said) => {
  expect(sayShare(crashFree(all, crashed))).toBe(said)
})
