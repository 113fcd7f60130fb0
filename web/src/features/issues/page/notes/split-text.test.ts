import { expect, it } from 'vitest'
import type { Removal } from './read-notes.ts'
import { splitText } from './split-text.ts'

const password = (start: number, end: number): Removal => ({
  rule: '@password:filter',
  isGone: false,
  range: { start, end },
})
const mark = { kind: 'removed', text: '[Filtered]', rules: ['@password:filter'] }

it('shows each removal in its place', () => {
  const text = 'a=[Filtered] b=[Filtered]'
  expect(splitText(text, { removals: [password(2, 12), password(15, 25)] })).toEqual([
    { kind: 'text', text: 'a=' },
    mark,
    { kind: 'text', text: ' b=' },
    mark,
  ])
})

it('finds the marks itself where the text was cut after they were noted', () => {
  expect(splitText('end of [Filtered]', { removals: [password(8_000, 8_010)] })).toEqual([
    { kind: 'text', text: 'end of ' },
    mark,
  ])
})

it('puts a removal without a place at the end', () => {
  expect(splitText('', { removals: [{ rule: '@ip:replace', isGone: true }] })).toEqual([
    { kind: 'removed', text: '[removed]', rules: ['@ip:replace'] },
  ])
})

it('shows a cut where the middle is missing', () => {
  const cut = { rule: '!limit', from: 20_000, range: { start: 4, end: 7 } }
  expect(splitText('head...tail', { removals: [], cut })).toEqual([
    { kind: 'text', text: 'head' },
    { kind: 'cut', rule: '!limit', from: 20_000 },
    { kind: 'text', text: 'tail' },
  ])
})

it('leaves every character of the text in its pieces when ranges are wrong', () => {
  const removals = [password(-5, 3), password(4, 2), password(1, 999)]
  expect(splitText('untouched', { removals })[0]).toEqual({ kind: 'text', text: 'untouched' })
})
