import { expect, it } from 'vitest'
import { eventTags } from './event-tags.ts'
import type { Event } from './event.ts'

const time = '2026-01-02T03:04:05.000Z'
const plain: Event = {
  event_id: '',
  timestamp: time,
  received: time,
  type: 'error',
  level: 'error',
  platform: 'node',
}

it('an event is counted under what it says of itself', () => {
  const event: Event = {
    ...plain,
    release: 'shop@1',
    environment: 'prod',
    user: { email: 'a@b.test' },
    request: { url: 'https://a.test/' },
    exception: { values: [{ type: 'E', mechanism: { type: 'onerror', handled: false } }] },
    contexts: {
      browser: { name: 'Firefox', version: '140 \n' },
      os: { name: 'Linux' },
      device: { model: 7 },
    },
  }
  expect(eventTags(event)).toEqual({
    level: 'error',
    release: 'shop@1',
    environment: 'prod',
    user: 'a@b.test',
    url: 'https://a.test/',
    handled: 'no',
    mechanism: 'onerror',
    browser: 'Firefox 140',
    'browser.name': 'Firefox',
    os: 'Linux',
    'os.name': 'Linux',
  })
})

it('what the client tagged explicitly wins, and no name of it is special', () => {
  const tags: Record<string, string> = JSON.parse('{"level":"own","__proto__":"x"}')
  expect(JSON.stringify(eventTags({ ...plain, tags }))).toBe('{"level":"own","__proto__":"x"}')
})

it('a value of its own is one line of at most 200, well-formed', () => {
  const transaction = `${'t'.repeat(199)}😀\nmore`
  const { transaction: tag = '' } = eventTags({ ...plain, transaction })
  expect([tag.length <= 200, tag.isWellFormed()]).toEqual([true, true])
})
