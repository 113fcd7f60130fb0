import { describe, expect, it } from 'vitest'
import type { Json, LogEntry } from './event.ts'
import { normaliseMessage } from './normalise-message.ts'
import type { JsonObject } from './read-json.ts'

describe('the message of an event', () => {
  it.each<[string, JsonObject, LogEntry | undefined]>([
    ['a text', { message: 'Hi' }, { formatted: 'Hi' }],
    ['a number', { message: 7 }, { formatted: '7' }],
    ['a list', { message: ['a', 1] }, { formatted: '["a",1]' }],
    ['an object with the finished text', { message: { formatted: 'Hi' } }, { formatted: 'Hi' }],
    [
      'an object with template and parameters',
      { message: { message: 'Hi %s', params: ['you'] } },
      { message: 'Hi %s', params: ['you'], formatted: 'Hi you' },
    ],
    ['a log entry that is a text', { logentry: 'Hi' }, { formatted: 'Hi' }],
    [
      'a log entry whose text is finished',
      { logentry: { message: 'Hi %s', params: [1], formatted: 'Hi 1' } },
      { message: 'Hi %s', params: [1], formatted: 'Hi 1' },
    ],
    [
      'a log entry beside the finished text',
      { message: 'Hi 1', logentry: { message: 'Hi %s', params: [1] } },
      { message: 'Hi %s', params: [1], formatted: 'Hi 1' },
    ],
    [
      'an empty log entry beside a message',
      { logentry: {}, message: { formatted: 'Hi' } },
      { formatted: 'Hi' },
    ],
    ['an empty text', { message: '', logentry: null }, undefined],
    ['false', { message: false }, undefined],
    ['null, empty objects and lists', { message: null, logentry: { message: {}, params: [] } }, undefined],
    ['nothing', {}, undefined],
  ])('is read from %s', (_, raw, entry) => {
    expect(normaliseMessage(raw)).toEqual(entry)
  })

  it('is not cut: the fingerprint is made from all of it', () => {
    expect(normaliseMessage({ message: 'm'.repeat(9_000) })?.formatted).toHaveLength(9_000)
  })

  it.each<[string, Json, string]>([
    ['%s and %d', ['a', 2], 'a and 2'],
    ['%(who)s', { who: 'me' }, 'me'],
    ['{} and {}', ['a', null], 'a and null'],
    ['{1} {0}', ['a', 'b'], 'b a'],
    ['{who}', { who: { id: 1 } }, '{"id":1}'],
    ['%.2f of %-5s', [1.5, 'x'], '1.5 of x'],
    ['100%% of %s', ['it'], '100% of it'],
    ['100% sure, %s', ['yes'], '100% sure, yes'],
    ['%s%s', ['', 'b'], 'b'],
    ['%s and %s', ['a'], 'a and %s'],
    ['{constructor} %(toString)s', {}, '{constructor} %(toString)s'],
    ['%s', 'a', '%s'],
  ])('fills %j with %j', (message, params, formatted) => {
    expect(normaliseMessage({ logentry: { message, params } })?.formatted).toBe(formatted)
  })

  it('is filled in one pass, however long what looks like a width', () => {
    const message = `%${'0'.repeat(1_000_000)}`
    expect(normaliseMessage({ logentry: { message, params: ['a'] } })?.formatted).toBe(message)
  })
})
