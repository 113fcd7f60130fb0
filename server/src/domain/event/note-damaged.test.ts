import { describe, expect, it } from 'vitest'
import type { Event, Json } from './event.ts'
import { normaliseEvent } from './normalise-event.ts'
import type { JsonObject } from './read-json.ts'

function normalise(sent: JsonObject): Event {
  return normaliseEvent(sent, { eventId: 'ab'.repeat(16), receivedAtMs: Date.parse('2026-11-25T12:00:00Z') })
}

function framed(frame: JsonObject): JsonObject {
  return { exception: { type: 'E', stacktrace: { frames: [{ function: 'f', ...frame }] } } }
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
    [{ tags: [['a', 'b'], 5] }, ['tags', '1']],
    [{ sdk: 5 }, ['sdk']],
    [{ release: {} }, ['release']],
    [{ stacktrace: 5 }, ['stacktrace']],
    [{ user: { id: 1, data: 5 } }, ['user', 'data']],
    [{ breadcrumbs: [{ message: 'a', timestamp: 'soon' }] }, ['breadcrumbs', 'values', '0', 'timestamp']],
    [{ debug_meta: { images: [{ type: 'elf' }, null] } }, ['debug_meta', 'images']],
    [framed({ lineno: -1 }), ['exception', 'values', '0', 'stacktrace', 'frames', '0', 'lineno']],
    [framed({ colno: Infinity }), ['exception', 'values', '0', 'stacktrace', 'frames', '0', 'colno']],
    [
      { threads: [{ stacktrace: { frames: [{ function: 'f', lineno: 'x' }] } }] },
      ['threads', 'values', '0', 'stacktrace', 'frames', '0', 'lineno'],
    ],
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

describe('a name that is too long', () => {
  it.each<[string, number]>([
    ['release', 200],
    ['environment', 64],
    ['server_name', 256],
    ['logger', 64],
    ['dist', 64],
  ])('keeps its head and has a note: %s', (key, longest) => {
    const event = normalise({ [key]: 'x'.repeat(300) })
    expect(event).toMatchObject({
      [key]: 'x'.repeat(longest),
      _meta: { [key]: { '': { len: 300, rem: [['!limit', 'x', longest, longest]] } } },
    })
  })

  it('shows where it was cut when nothing is found by it', () => {
    expect(normalise({ transaction: 'x'.repeat(300) })).toMatchObject({
      transaction: `${'x'.repeat(199)}…`,
      _meta: { transaction: { '': { len: 300, rem: [['!limit', 's', 199, 200]] } } },
    })
  })
})

describe('a part that nothing works with', () => {
  it.each<[JsonObject, JsonObject]>([
    [{ template: { filename: 'a.html', lineno: 3 } }, { template: { filename: 'a.html', lineno: 3 } }],
    [{ 'sentry.interfaces.Template': { filename: 'a' } }, { template: { filename: 'a' } }],
    [{ 'sentry.interfaces.Query': { query: 'SELECT 1' } }, { query: { query: 'SELECT 1' } }],
    [{ errors: [{ type: 'invalid_data' }] }, { errors: { value: [{ type: 'invalid_data' }] } }],
  ])('is kept as a context: %j', (sent, contexts) => {
    expect(normalise(sent).contexts).toEqual(contexts)
  })
})
