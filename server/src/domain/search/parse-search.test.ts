import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseSearch, SearchError } from './parse-search.ts'

it('reads conditions, negation, phrases and words', () => {
  expect(parseSearch('is:unresolved !level:info "card declined" time-out type:"Type Error"')).toEqual({
    conditions: [
      { key: 'is', value: 'unresolved', negated: false },
      { key: 'level', value: 'info', negated: true },
      { key: 'type', value: 'Type Error', negated: false },
    ],
    words: [
      { kind: 'phrase', text: 'card declined' },
      { kind: 'word', text: 'time-out' },
    ],
  })
})

it('asks for nothing when it is empty', () => {
  expect(parseSearch('   ')).toEqual({ conditions: [], words: [] })
})

it.each([
  ['is:open', 0, /"is:" takes unresolved/],
  ['a colour:red', 2, /no key "colour"/],
  ['x "open', 2, /not closed/],
  ['!word', 0, /negated/],
  ['level:', 0, /takes fatal/],
])('says where "%s" is wrong', (text, at, message) => {
  expect(() => parseSearch(text)).toThrow(
    expect.objectContaining({ at, message: expect.stringMatching(message) }),
  )
})

it('either reads a text or says what is wrong with it', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      try {
        parseSearch(text)
      } catch (error) {
        expect(error).toBeInstanceOf(SearchError)
      }
    }),
  )
})
