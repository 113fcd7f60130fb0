import { describe, expect, it } from 'vitest'
import type { Event, Json } from './event.ts'
import { trimEvent } from './trim-event.ts'

const time = '2026-01-02T03:04:05.000Z'
const scrubbed: Json = { '': { rem: [['@token:filter', 's', 0, 10]], len: 40 } }

function trimmed(override: Partial<Event>): Event {
  const event_id = '0f'.repeat(16)
  const origin = { event_id, timestamp: time, received: time, platform: 'node' }
  return trimEvent({ ...origin, type: 'error', level: 'error', ...override })
}

function numbered<Item>(count: number, make: (index: number) => Item): Item[] {
  return Array.from({ length: count }, (_, index) => make(index))
}

/** Each value has a note that names it. */
function notesOn(count: number): Record<string, Json> {
  return Object.fromEntries(numbered(count, (index) => [String(index), { '': { val: index } }]))
}

describe('the notes of a list that is trimmed', () => {
  it('follow breadcrumbs', () => {
    const values = numbered(150, (index) => ({ message: String(index) }))
    const event = trimmed({ breadcrumbs: { values }, _meta: { breadcrumbs: { values: notesOn(150) } } })
    const kept = numbered(100, (index) => [String(index), { '': { val: index + 50 } }])
    expect(event._meta).toEqual({
      breadcrumbs: { values: { ...Object.fromEntries(kept), '': { len: 150 } } },
    })
  })

  it('follow frames of exceptions, both of which lose their middle', () => {
    const frames = numbered(400, (lineno) => ({ lineno }))
    const values = numbered(80, (index) => ({ type: `E${index}`, stacktrace: { frames } }))
    const _meta = { exception: { values: { 79: { stacktrace: { frames: notesOn(400) } } } } }
    const event = trimmed({ exception: { values }, _meta })
    expect(event._meta).toMatchObject({
      exception: {
        values: {
          '': { len: 80 },
          49: {
            stacktrace: {
              frames: {
                '': { len: 400 },
                49: { '': { val: 49 } },
                50: { '': { val: 200 } },
                249: { '': { val: 399 } },
              },
            },
          },
        },
      },
    })
    expect(event.exception?.values[49]?.stacktrace?.frames[50]).toEqual({ lineno: 200 })
  })

  it('follow the lines around a frame', () => {
    const lines = numbered(12, String)
    const stacktrace = { frames: [{ pre_context: lines, post_context: lines }] }
    const notes = { pre_context: notesOn(12), post_context: notesOn(12) }
    const { _meta } = trimmed({
      exception: { values: [{ type: 'E', stacktrace }] },
      _meta: { exception: { values: { 0: { stacktrace: { frames: { 0: notes } } } } } },
    })
    expect(JSON.stringify(_meta)).toContain('"pre_context":{"0":{"":{"val":2}}')
    expect(JSON.stringify(_meta)).toContain('"9":{"":{"val":9}},"":{"len":12}}')
  })

  it('follow threads that are put first', () => {
    const values = [...numbered(60, (index) => ({ id: String(index) })), { id: 'crashed', crashed: true }]
    expect(trimmed({ threads: { values }, _meta: { threads: { values: notesOn(61) } } })._meta).toMatchObject(
      {
        threads: { values: { 0: { '': { val: 60 } }, 1: { '': { val: 0 } } } },
      },
    )
  })
})

describe('a text that was scrubbed and is trimmed', () => {
  it('keeps both notes, and the first length', () => {
    const formatted = `[Filtered]${'m'.repeat(9_000)}`
    const { _meta } = trimmed({ logentry: { formatted }, _meta: { logentry: { formatted: scrubbed } } })
    expect(_meta).toEqual({
      logentry: {
        formatted: {
          '': {
            len: 40,
            rem: [
              ['@token:filter', 's', 0, 10],
              ['!limit', 's', 6_141, 6_144],
            ],
          },
        },
      },
    })
  })
})

describe('a text that is cut', () => {
  const long = 'x'.repeat(9_000)

  it.each<[string, Partial<Event>]>([
    ['exception.values.0.type', { exception: { values: [{ type: long }] } }],
    ['exception.values.0.stacktrace.frames.0.function', framed({ function: long })],
    ['exception.values.0.stacktrace.frames.0.filename', framed({ filename: long })],
    ['threads.values.0.name', { threads: { values: [{ name: long }] } }],
    ['breadcrumbs.values.0.message', { breadcrumbs: { values: [{ message: long }] } }],
    ['breadcrumbs.values.0.category', { breadcrumbs: { values: [{ category: long }] } }],
    ['request.url', { request: { url: long } }],
    ['request.headers.0.0', { request: { headers: [[long, 'a']] } }],
    ['request.data', { request: { data: long } }],
    ['user.id', { user: { id: long } }],
    ['user.geo.city', { user: { geo: { city: long } } }],
    ['sdk.name', { sdk: { name: long, version: '1' } }],
    ['sdk.integrations.0', { sdk: { name: 'a', version: '1', integrations: [long] } }],
    ['contexts.a.b', { contexts: { a: { b: long } } }],
  ])('has a note: %s', (path, event) => {
    const { _meta } = trimmed(event)
    const note = path.split('.').reduce<unknown>((node, key) => member(node, key), _meta)
    expect(note).toMatchObject({
      '': { len: 9_000, rem: [['!limit', expect.anything(), expect.anything(), expect.anything()]] },
    })
  })

  it('shows it where a person reads it, and not in what is compared', () => {
    const event = trimmed({ user: { id: long, name: long } })
    expect(event.user).toEqual({ id: 'x'.repeat(128), name: `${'x'.repeat(127)}…` })
  })

  function framed(frame: object): Partial<Event> {
    return { exception: { values: [{ type: 'E', stacktrace: { frames: [frame] } }] } }
  }

  function member(node: unknown, key: string): unknown {
    return typeof node === 'object' && node !== null ? Reflect.get(node, key) : undefined
  }
})

describe('extra', () => {
  it('has its values cut to 8 KiB before a key is left out', () => {
    const extra = Object.fromEntries(numbered(30, (index) => [`key${index}`, 'x'.repeat(30_000)]))
    const kept = Object.values(trimmed({ extra }).extra ?? {})
    expect(kept.map((value) => JSON.stringify(value).length)).toEqual(numbered(30, () => 8_192 + 2))
  })

  it('has 16 KiB for a key and 256 KiB in all, and says how many keys are left out', () => {
    const extra = Object.fromEntries(
      numbered(30, (index) => [`key${index}`, numbered(10, () => 'x'.repeat(8_000))]),
    )
    const event = trimmed({ extra })
    const sizes = Object.values(event.extra ?? {}).map((value) => JSON.stringify(value).length)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(16 * 1024)
    expect(sizes).toHaveLength(16)
    expect(event._meta).toMatchObject({ extra: { '': { len: 30, rem: [['!limit', 'x', 16, 30]] } } })
  })
})
