import { expect, it } from 'vitest'
import { readQuery } from './read-query.ts'

const hex = '9f3c51e0a4b84d6c8f3e2d1c0b9a8f7e'
const dashed = '9F3C51E0-a4b8-4d6c-8f3e-2d1c0b9a8f7e'

it.each([
  [`is:unresolved ${hex}`, hex],
  [dashed, dashed],
  [`${hex}0`, undefined],
  [`type:${hex}`, undefined],
])('finds the event id in %j: %s', (query, eventId) => {
  expect(readQuery(query).eventId).toBe(eventId)
})

it.each([
  ['is:unresolved !level:info', false],
  ['is:unresolved timeout', true],
  ['"card declined"', true],
  ['', false],
])('knows whether words are sought by %j: %s', (query, hasWords) => {
  expect(readQuery(query).hasWords).toBe(hasWords)
})

it('leaves out what the status has to be', () => {
  expect(readQuery('timeout is:unresolved level:error !is:new cart').everywhere).toBe(
    'timeout level:error cart',
  )
})
