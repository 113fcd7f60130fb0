import { expect, it } from 'vitest'
import { askedWordsOf } from './asked-words.ts'
import { parseSearch } from './parse-search.ts'

const asked = (query: string) => askedWordsOf(parseSearch(query).words)

it('a word may be a beginning, those of a phrase are whole, and each is asked once', () => {
  expect(asked('Cart.ts time "Card TIME" time')).toEqual([
    { word: 'cart', match: 'beginning' },
    { word: 'ts', match: 'beginning' },
    { word: 'time', match: 'whole' },
    { word: 'card', match: 'whole' },
  ])
})

it('signs between words ask for nothing, and signs alone for what cannot be found', () => {
  expect(asked('- a')).toEqual([{ word: 'a', match: 'beginning' }])
  expect(asked('😀 "->"')).toBeUndefined()
  expect(asked('is:new')).toEqual([])
})
