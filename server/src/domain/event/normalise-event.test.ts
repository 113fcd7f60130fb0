import { describe, expect, it } from 'vitest'
import type { Event, Json } from './event.ts'
import { normaliseEvent, type Arrival } from './normalise-event.ts'
import type { JsonObject } from './read-json.ts'

const receivedAtMs = Date.parse('2026-11-25T12:00:00Z')
const arrival: Arrival = { eventId: 'ab'.repeat(16), receivedAtMs }

function normalise(sent: JsonObject, more: Partial<Arrival> = {}): Event {
  return normaliseEvent(sent, { ...arrival, ...more })
}

describe('an event', () => {
  it('without anything in it is kept, with defaults', () => {
    expect(normalise({})).toEqual({
      event_id: 'ab'.repeat(16),
      timestamp: '2026-11-25T12:00:00.000Z',
      received: '2026-11-25T12:00:00.000Z',
      type: 'default',
      level: 'error',
      platform: 'other',
    })
  })

  it.each<[string, Json, string]>([
    ['fatal', 'fatal', 'fatal'],
    ['critical', 'critical', 'fatal'],
    ['warn', 'warn', 'warning'],
    ['log', 'log', 'info'],
    ['capitals', 'DEBUG', 'debug'],
    ["Python's 20", 20, 'info'],
    ["Python's 50 as text", '50', 'fatal'],
    ['nonsense', 'constructor', 'error'],
    ['null', null, 'error'],
  ])('has a level for %s', (_, level, expected) => {
    expect(normalise({ level }).level).toBe(expected)
  })

  it.each<[Json, string | undefined]>([
    ['shop@1.0', 'shop@1.0'],
    [' shop \n', 'shop'],
    ['one\r\ntwo', 'one two'],
    [2.5, '2.5'],
    ['r'.repeat(201), 'r'.repeat(200)],
    [`${'r'.repeat(199)}😀`, 'r'.repeat(199)],
    ['  ', undefined],
    ['', undefined],
    [null, undefined],
    [{}, undefined],
  ])('has for the release %j the name %j', (release, name) => {
    expect(normalise({ release }).release).toBe(name)
  })

  it('has its environment from the attribute, else from the tag', () => {
    expect(normalise({ environment: 'prod', tags: { environment: 'dev' } }).environment).toBe('prod')
    expect(normalise({ environment: ' ', tags: [['environment', 'dev']] }).environment).toBe('dev')
  })

  it('reads the names of old clients, never against the plain ones', () => {
    const old = {
      'sentry.interfaces.Exception': [
        { type: 'E', 'sentry.interfaces.Stacktrace': { frames: [{ lineno: 1 }] } },
      ],
      'sentry.interfaces.Message': { message: 'Hello %s', params: ['you'] },
      'sentry.interfaces.Http': { url: 'https://a.test/' },
      'sentry.interfaces.User': { id: 7 },
      'sentry.interfaces.constructor': 1,
    }
    expect(normalise(old)).toMatchObject({
      exception: { values: [{ type: 'E', stacktrace: { frames: [{ lineno: 1 }] } }] },
      logentry: { message: 'Hello %s', formatted: 'Hello you' },
      request: { url: 'https://a.test/' },
      user: { id: '7' },
    })
    expect(normalise({ user: { id: 1 }, 'sentry.interfaces.User': { id: 2 } }).user).toEqual({ id: '1' })
  })
})

describe('contexts, SDK, images and fingerprint', () => {
  it('keep a context of any value, and leave out null', () => {
    const contexts = { os: { name: 'Linux' }, trace: null, state: 'on', list: [1] }
    expect(normalise({ contexts }).contexts).toEqual({
      os: { name: 'Linux' },
      state: { value: 'on' },
      list: { value: [1] },
    })
  })

  it.each<[Json]>([
    [[{ name: 'npm:a', version: 1 }]],
    [{ name: 'npm:a', version: 1 }],
    [[null, { name: 'npm:a', version: 1 }, {}]],
  ])('read packages from %j', (packages) => {
    expect(normalise({ sdk: { name: 's', packages, integrations: null } }).sdk).toEqual({
      name: 's',
      version: '',
      packages: [{ name: 'npm:a', version: '1' }],
    })
  })

  it('name the SDK by its authentication when the event does not', () => {
    const clientName = 'raven-node/2.6.4'
    expect(normalise({}, { clientName }).sdk).toEqual({ name: 'raven-node', version: '2.6.4' })
    expect(normalise({ sdk: { name: 'own', version: '1' } }, { clientName }).sdk?.name).toBe('own')
  })

  it('keep images of every type, from a bare list too', () => {
    const images = [{ type: 'sourcemap', debug_id: 'x' }, { type: 'new' }]
    expect(normalise({ debug_meta: { images: [...images, null, 3] } }).debug_meta).toEqual({ images })
    expect(normalise({ debug_meta: images }).debug_meta).toEqual({ images })
  })

  it.each<[Json, string[] | undefined]>([
    [
      ['a', 1, true, null, ''],
      ['a', '1', 'true', ''],
    ],
    [
      ['{{ default }}', { a: 1 }],
      ['{{ default }}', '{"a":1}'],
    ],
    [['x'.repeat(9_000)], ['x'.repeat(9_000)]],
    [[], undefined],
    [[null], undefined],
  ])('read the fingerprint %j', (fingerprint, expected) => {
    expect(normalise({ fingerprint }).fingerprint).toEqual(expected)
    expect(normalise({ fingerprint })._meta).toBeUndefined()
  })
})
