import { describe, expect, it } from 'vitest'
import type { Event, Json } from './event.ts'
import { normaliseEvent } from './normalise-event.ts'
import type { JsonObject } from './read-json.ts'

function normalise(sent: JsonObject): Event {
  return normaliseEvent(sent, { eventId: 'ab'.repeat(16), receivedAtMs: Date.parse('2026-11-25T12:00:00Z') })
}

describe('a part that cannot be understood', () => {
  it.each<[string, Json]>([
    ['exception', 'boom'],
    ['exception', [3]],
    ['threads', 7],
    ['breadcrumbs', ['clicked']],
    ['request', 'GET /'],
    ['user', 42],
    ['tags', 'a:b'],
    ['extra', [1]],
    ['contexts', 'os'],
    ['modules', 1],
    ['fingerprint', 'one'],
    ['debug_meta', 'none'],
    ['release', { name: 'r' }],
    ['level', 'loud'],
    ['platform', ['node']],
    ['logger', [1]],
  ])('degrades to nothing with a note: %s %j', (name, said) => {
    const event = normalise({ message: 'kept', [name]: said })
    expect(event).toEqual({
      ...normalise({ message: 'kept' }),
      _meta: { [name]: { '': { err: ['invalid_data'], val: JSON.stringify(said) } } },
    })
  })

  it.each<[JsonObject, string[]]>([
    [{ exception: { type: 'E', stacktrace: 'at f' } }, ['exception', 'values', '0', 'stacktrace']],
    [{ exception: { type: 'E', mechanism: 'm' } }, ['exception', 'values', '0', 'mechanism']],
    [{ exception: [{ type: 'E' }, 'x'] }, ['exception', 'values']],
    [{ breadcrumbs: [{ message: 'a' }, 'x'] }, ['breadcrumbs', 'values']],
    [{ threads: [{ id: 1 }, 'x'] }, ['threads', 'values']],
    [{ request: { url: '/', headers: 'a: b' } }, ['request', 'headers']],
    [{ user: { id: 1, ip_address: 'here' } }, ['user', 'ip_address']],
    [{ tags: { a: 'b', c: { d: 1 } } }, ['tags', 'c']],
  ])('takes nothing else along: %j', (sent, path) => {
    let meta: Json | undefined = normalise(sent)._meta
    for (const key of path) meta = typeof meta === 'object' && !Array.isArray(meta) ? meta?.[key] : undefined
    expect(meta).toMatchObject({ '': { err: ['invalid_data'] } })
  })

  it('is noted beside what the client noted itself', () => {
    const _meta = { extra: { a: { '': { len: 9 } } } }
    expect(normalise({ extra: 1, _meta })._meta).toEqual({
      extra: { a: { '': { len: 9 } }, '': { err: ['invalid_data'], val: '1' } },
    })
  })
})
