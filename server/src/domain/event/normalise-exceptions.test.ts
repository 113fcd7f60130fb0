import { describe, expect, it } from 'vitest'
import type { Event, Json } from './event.ts'
import { normaliseEvent, type Arrival } from './normalise-event.ts'
import type { JsonObject } from './read-json.ts'

const receivedAtMs = Date.parse('2026-11-25T12:00:00Z')
const arrival: Arrival = { eventId: 'ab'.repeat(16), receivedAtMs }

function normalise(sent: JsonObject, more: Partial<Arrival> = {}): Event {
  return normaliseEvent(sent, { ...arrival, ...more })
}

describe('an exception', () => {
  const entry = { type: 'TypeError', value: 'x is not a function' }
  const kept = { values: [entry] }

  it.each<[string, Json]>([
    ['values', { values: [entry] }],
    ['a list', [entry]],
    ['one object', entry],
    ['one object as values', { values: entry }],
    ['entries among null and empty ones', { values: [null, {}, entry, { module: 'm' }] }],
  ])('is read from %s', (_, exception) => {
    expect(normalise({ exception })).toMatchObject({ type: 'error', exception: kept })
    expect(normalise({ exception })._meta).toBeUndefined()
  })

  it.each<[Json, string | undefined]>([
    [{ code: 1 }, '{"code":1}'],
    [[1, 'a'], '[1,"a"]'],
    [0, '0'],
    [false, 'false'],
    ['', undefined],
    [null, undefined],
  ])('with the value %j says %j', (value, text) => {
    expect(normalise({ exception: { type: 'E', value } }).exception?.values[0]?.value).toBe(text)
  })

  it('takes the mechanism that raven-js puts beside the values', () => {
    const mechanism = {
      type: 'instrument',
      handled: false,
      exception_id: '0',
      meta: { errno: { number: 2 } },
    }
    expect(normalise({ exception: { values: [entry], mechanism } }).exception?.values[0]?.mechanism).toEqual({
      type: 'instrument',
      handled: false,
      exception_id: 0,
      meta: { errno: { number: 2 } },
    })
  })

  it.each<Json>([null, {}, { frames: null }, { frames: [] }, { frames: [null, {}] }])(
    'with the stack %j has none',
    (stacktrace) => {
      expect(normalise({ exception: { ...entry, stacktrace } })).toEqual(normalise({ exception: entry }))
    },
  )

  it('has the stack of its event if it is alone and without one', () => {
    const stacktrace = { frames: [{ filename: 'a.php', lineno: 3 }] }
    const own = { ...entry, stacktrace: { frames: [{ filename: 'b.php' }] } }
    expect(normalise({ exception: entry, stacktrace }).exception?.values[0]?.stacktrace?.frames).toHaveLength(
      1,
    )
    expect(normalise({ exception: own, stacktrace })).toEqual(normalise({ exception: own }))
    expect(normalise({ exception: [entry, entry], stacktrace })).toEqual(
      normalise({ exception: [entry, entry] }),
    )
  })

  it('without a type is a message: newer JavaScript SDKs send messages so', () => {
    const synthetic = { value: 'Hi', mechanism: { type: 'generic', handled: true, synthetic: true } }
    expect(normalise({ message: 'Hi', level: 'info', exception: { values: [synthetic] } })).toMatchObject({
      type: 'default',
      level: 'info',
      logentry: { formatted: 'Hi' },
    })
  })
})

describe('a frame', () => {
  function frameOf(frame: JsonObject): Json | undefined {
    const event = normalise({ exception: { type: 'E', stacktrace: { frames: [frame] } } })
    return JSON.parse(JSON.stringify(event.exception?.values[0]?.stacktrace?.frames[0] ?? null))
  }

  it.each<[string, JsonObject, Json]>([
    ['a file name alone', { filename: 'a.js' }, { filename: 'a.js', abs_path: 'a.js' }],
    ['a path alone', { abs_path: '/a.js' }, { filename: '/a.js', abs_path: '/a.js' }],
    ['numbers as text', { lineno: '12', colno: '3.7' }, { lineno: 12, colno: 3 }],
    ['impossible numbers', { function: 'f', lineno: -1, colno: '123456789012345678901' }, { function: 'f' }],
    ['variables as a list', { vars: ['a', 2] }, { vars: { '0': 'a', '1': 2 } }],
    [
      'lines with their ends',
      { context_line: 'a\r\n', pre_context: ['b\n', null, ''] },
      { context_line: 'a', pre_context: ['b', '', ''] },
    ],
    [
      'empty parts',
      { function: '', module: null, vars: {}, pre_context: [], in_app: 1, lineno: 1 },
      { lineno: 1 },
    ],
  ])('is read with %s', (_, frame, expected) => {
    expect(frameOf(frame)).toEqual(expected)
  })
})

describe('threads and breadcrumbs', () => {
  const thread = { id: 1, name: 'main', crashed: true, stacktrace: { frames: [{ function: 'run' }] } }
  const crumb = {
    timestamp: 1_764_072_000,
    ty: 'http',
    level: 'log',
    message: '',
    data: null,
    category: null,
  }

  it.each<[string, (item: Json) => Json]>([
    ['values', (item) => ({ values: [item] })],
    ['a list', (item) => [item]],
    ['a list with null and empty entries', (item) => [null, {}, item]],
  ])('are read from %s', (_, form) => {
    const event = normalise({ threads: form(thread), breadcrumbs: form(crumb) })
    expect(event.threads).toEqual({ values: [{ ...thread, id: '1' }] })
    expect(event.breadcrumbs).toEqual({
      values: [{ timestamp: '2025-11-25T12:00:00.000Z', type: 'http', level: 'info' }],
    })
    expect(event._meta).toBeUndefined()
  })

  it.each<Json>([null, [], {}, { values: null }, { values: [] }, [{}]])(
    'are none when sent as %j',
    (sent) => {
      expect(normalise({ threads: sent, breadcrumbs: sent })).toEqual(normalise({}))
    },
  )

  it('keep the stack of an event that has no exception', () => {
    const stacktrace = { frames: [{ function: 'main' }] }
    expect(normalise({ message: 'm', stacktrace }).threads).toEqual({
      values: [{ current: true, stacktrace }],
    })
  })

  it('have their times corrected like that of the event', () => {
    const sentAtMs = receivedAtMs - 7_200_000
    const { breadcrumbs } = normalise({ breadcrumbs: [{ timestamp: sentAtMs / 1_000 - 1 }] }, { sentAtMs })
    expect(breadcrumbs?.values[0]?.timestamp).toBe('2026-11-25T11:59:59.000Z')
  })
})
