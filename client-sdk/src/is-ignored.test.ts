import { expect, it } from 'vitest'
import { isIgnored } from './is-ignored.ts'
import type { Event } from './options.ts'

const event: Event = {
  event_id: 'a',
  timestamp: 0,
  platform: 'node',
  level: 'error',
  sdk: { name: 'x', version: '1' },
}
const boom = {
  ...event,
  exception: {
    values: [
      { type: 'Error', value: 'cause' },
      { type: 'TypeError', value: 'boom' },
    ],
  },
}

it.each([
  ['TypeError: boom', true],
  ['boom', true],
  [/^TypeError: bo+m$/, true],
  [/boom/g, true],
  ['cause', false],
  [/^boom/, false],
])('the pattern %s meets "TypeError: boom": %s', (pattern, isMet) => {
  expect([isIgnored(boom, [pattern]), isIgnored(boom, [pattern])]).toEqual([isMet, isMet])
})

it('a message is looked at where there is no exception', () => {
  expect(isIgnored({ ...event, message: 'only 3 left' }, [/left$/])).toBe(true)
})

it('nothing is ignored without a pattern', () => {
  expect(isIgnored(boom)).toBe(false)
  expect(isIgnored(event, ['x'])).toBe(false)
})
