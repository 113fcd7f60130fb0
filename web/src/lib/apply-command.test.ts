import { expect, it } from 'vitest'
import { anIssue } from '../testing/fixtures.ts'
import { applyToList } from './apply-command.ts'

const list = { items: [anIssue({ id: '1-1' }), anIssue({ id: '1-2' })], nextCursor: null }

it('takes an issue out of a list that no longer finds it', () => {
  expect(applyToList(list, ['1-1'], 'resolve', 'is:unresolved cart').items).toEqual([list.items[1]])
})

it('keeps an issue in a list that asks for no status, with the new one', () => {
  const { items } = applyToList(list, ['1-1'], 'archive')
  expect(items.map(({ status }) => status)).toEqual(['archived', 'unresolved'])
})

it('leaves what other words of the search ask to the server', () => {
  expect(applyToList(list, ['1-1'], 'reopen', 'is:unhandled').items).toHaveLength(2)
})
