import { expect, it } from 'vitest'
import { decideFuse, MAX_TEMPLATES_PER_STACK } from './fuse.ts'

it('the first ten messages of a code path make groups, every later one joins the first group', () => {
  expect(MAX_TEMPLATES_PER_STACK).toBe(10)
  expect([0, 1, 9].map(decideFuse)).toEqual(['split', 'split', 'split'])
  expect([10, 11, 5000].map(decideFuse)).toEqual(['attach', 'attach', 'attach'])
})
