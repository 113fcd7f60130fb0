import { expect, it } from 'vitest'
import { errorsOf } from './lines.ts'

it('quotes the line that the server refuses', () => {
  const fields = { 'filters.types.1': 'Too long.', 'filters.messages': 'Too many.' }
  expect(errorsOf('filters.types', 'a\n\nb*', fields)).toBe('“b*”: Too long.')
  expect(errorsOf('filters.messages', '', fields)).toBe('Too many.')
  expect(errorsOf('filters.releases', '', fields)).toBeUndefined()
})
