import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanTree } from './clean-tree.ts'
import type { Json } from './event.ts'
import { normaliseEvent } from './normalise-event.ts'
import { asObject, type JsonObject } from './read-json.ts'
import { trimEvent } from './trim-event.ts'

/** As often as any other name: the names that are read, so that each is met in every wrong shape. */
const attributes = [
  'exception threads stacktrace message logentry breadcrumbs request user tags extra contexts modules fingerprint',
  'sdk debug_meta level platform timestamp release environment site _meta sentry.interfaces.Message __proto__',
]
const parts = [
  'values type value mechanism frames filename lineno vars pre_context id data url query_string headers cookies',
  'name version packages settings images message params formatted timestamp level key ip_address geo cookie',
  'Content-Type __proto__ constructor',
]

function wordsOf(lines: string[]): string[] {
  return lines.flatMap((line) => line.split(' '))
}

const scalar = fc.oneof(
  fc.constantFrom<Json>(
    null,
    true,
    false,
    '',
    ' ',
    0,
    -1,
    1e15,
    1.5,
    '{{auto}}',
    '2026-11-25T00:00:00',
    'a=%00&b',
  ),
  fc.constantFrom<Json>(
    '{"a":"\\u0000"}',
    '[1e999]',
    '/?q=1#f',
    '%s {} %(a)s',
    'application/x-www-form-urlencoded',
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.double(),
)

const value: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => {
  const key = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...wordsOf(parts)) },
    fc.string({ maxLength: 3 }),
  )
  return {
    value: fc.oneof(
      { depthSize: 'medium' },
      scalar,
      fc.array(tie('value'), { maxLength: 3 }),
      fc.array(fc.tuple(key, tie('value')), { maxLength: 4 }).map((entries) => Object.fromEntries(entries)),
    ),
  }
}).value
const sent: fc.Arbitrary<JsonObject> = fc
  .array(fc.tuple(fc.constantFrom(...wordsOf(attributes)), value), { maxLength: 8 })
  .map((entries) => asObject(cleanTree(Object.fromEntries(entries))) ?? {})

const eventId = '0f'.repeat(16)
const receivedAtMs = Date.parse('2026-11-25T12:00:00Z')
const arrival = fc.record({
  eventId: fc.constant(eventId),
  receivedAtMs: fc.constant(receivedAtMs),
  sentAtMs: fc.constantFrom(receivedAtMs, receivedAtMs - 1e9, 0),
  clientIp: fc.constantFrom('192.0.2.1', 'unknown'),
  clientName: fc.constantFrom('raven-js/3.27.2', '', '/'),
})

function throughJson(event: object): JsonObject {
  const parsed: JsonObject = JSON.parse(JSON.stringify(event))
  return parsed
}

describe('whatever JSON is sent', () => {
  it('becomes an event that stays the same when it is normalised again', () => {
    fc.assert(
      fc.property(sent, arrival, (raw, way) => {
        const event = normaliseEvent(raw, way)
        expect(normaliseEvent(throughJson(event), { eventId, receivedAtMs })).toEqual(event)
      }),
      { numRuns: 1_000 },
    )
  })

  it('becomes an event of clean text and finite numbers', () => {
    fc.assert(
      fc.property(sent, arrival, (raw, way) => {
        const event = throughJson(normaliseEvent(raw, way))
        expect(cleanTree(event)).toBe(event)
      }),
      { numRuns: 1_000 },
    )
  })

  it('is trimmed to what trimming leaves alone', () => {
    fc.assert(
      fc.property(sent, arrival, (raw, way) => {
        const event = trimEvent(normaliseEvent(raw, way))
        expect(trimEvent(event)).toEqual(event)
      }),
    )
  })
})
