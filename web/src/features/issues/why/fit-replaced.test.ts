import { expect, it } from 'vitest'
import { fitReplaced } from './fit-replaced.ts'

const part = {
  name: 'template',
  value: 'order * of * failed',
  reason: '',
  replaced: [
    { from: 6, to: 8, label: 'number' },
    { from: 12, to: 17, label: 'quoted' },
  ],
}

it('marks what was replaced in the message that it was replaced in', () => {
  expect(fitReplaced(part, ['Order 77 of "Ada" failed\nDetail'])).toEqual([
    { kind: 'kept', text: 'Order ' },
    { kind: 'replaced', text: '77', label: 'number' },
    { kind: 'kept', text: ' of ' },
    { kind: 'replaced', text: '"Ada"', label: 'quoted' },
    { kind: 'kept', text: ' failed' },
  ])
})

it('takes the first message that fits', () => {
  const pieces = fitReplaced(part, ['Order 801 of "Bo" failed', 'Order 12 of "Bob" failed'])
  expect(pieces?.map(({ text }) => text).join('')).toBe('Order 12 of "Bob" failed')
})

it('marks nothing in a message that the spans do not fit, or that is too short for them', () => {
  expect(fitReplaced(part, ['Order 801 of "Bo" failed', 'order', ''])).toBeUndefined()
})

it('has nothing to mark where nothing was replaced', () => {
  expect(fitReplaced({ ...part, replaced: [] }, ['Order'])).toBeUndefined()
})

it('knows that lists are told once, and numbers in a row are one', () => {
  const list = {
    ...part,
    value: 'ids * left',
    replaced: [
      { from: 4, to: 5, label: 'number' },
      { from: 7, to: 8, label: 'number' },
    ],
  }
  expect(fitReplaced(list, ['ids 1, 2 left'])).toHaveLength(5)
})
