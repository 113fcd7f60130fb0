import { deflateSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Arrival, BodyForm, Encoding } from '../arrival.ts'
import type { Decoded } from './decoded.ts'
import { anArrival, anEnvelope, decode } from './testing/an-arrival.ts'

const types = [
  'event',
  'attachment',
  'user_report',
  'feedback',
  'session',
  'sessions',
  'client_report',
  'raw_security',
  'security',
  'transaction',
  '__proto__',
  'made up',
]
const ids = fc.constantFrom(undefined, '0123456789abcdef0123456789abcdef', '', 7, '../..')
const anything = fc.anything({
  values: [
    fc.string({ unit: 'binary' }),
    fc.double(),
    fc.constantFrom(null, true, '\0', '\ud800', 1e308, [], {}),
  ],
  maxDepth: 4,
})

/** Shaped like what the items hold, with anything at any place of it. */
const keys = [
  'exception message logentry tags user request contexts timestamp fingerprint event_id __proto__',
  'attrs sid did init status errors started aggregates comments discarded_events',
  'csp-report type body expect-ct-report known-pins',
].flatMap((names) => names.split(' '))
const shaped = fc.dictionary(
  fc.constantFrom(...keys),
  fc.oneof(
    anything,
    fc.dictionary(
      fc.constantFrom(
        'values',
        'release',
        'feedback',
        'effective-directive',
        'blocked-uri',
        'hostname',
        'id',
      ),
      anything,
    ),
    fc.constant({ release: '1' }),
    fc.constant({ feedback: { message: 'Hi', associated_event_id: 'x' } }),
    fc.constant([{ reason: 'x', category: 'y', quantity: 1, exited: 1 }]),
  ),
  { noNullPrototype: true },
)
const payload = fc.oneof(shaped, anything, fc.array(shaped, { maxLength: 3 })).map((value) => {
  const text = JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'bigint' ? String(part) : part,
  ) as string | undefined
  return Buffer.from(text ?? '')
})
const item = fc.tuple(fc.record({ type: fc.constantFrom(...types), filename: anything }), payload)

function whatIsLeft({ events, attachments, feedback, sessions, outcomes }: Decoded): number {
  return [events, attachments, feedback, sessions, outcomes].reduce((sum, { length }) => sum + length, 0)
}

/** What the tables take on both engines. */
function expectStorable(decoded: Decoded): void {
  expect([200, 400, 413]).toContain(decoded.answer.status)
  const { events, attachments, feedback, sessions, outcomes } = decoded
  const texts = JSON.stringify([
    events.map(({ title, value, culprit, json, tags }) => [title, value, culprit, json, tags]),
    attachments.map(({ name, contentType, kind }) => [name, contentType, kind]),
    feedback.map(({ message, name, email, url }) => [message, name, email, url]),
    sessions.map(({ release, environment }) => [release, environment]),
    outcomes.map(({ category, reason, sdk }) => [category, reason, sdk]),
  ])
  expect(texts).not.toMatch(/\\u0000|\\ud[89a-f]/i)
  const numbers = [
    ...events.map(({ occurredAtMs }) => occurredAtMs),
    ...sessions.flatMap(({ startedAtMs, started, errored, crashed }) => [
      startedAtMs,
      started,
      errored,
      crashed,
    ]),
    ...outcomes.map(({ quantity }) => quantity),
  ]
  expect(numbers.filter((number) => !Number.isSafeInteger(number) || number < 0)).toEqual([])
}

it('whatever an item holds, it is kept or has an outcome, and is fit to be stored', () => {
  fc.assert(
    fc.property(fc.record({ event_id: ids, sent_at: anything }), item, (headers, one) => {
      const decoded = decode(anArrival(anEnvelope(headers, one)))
      expectStorable(decoded)
      const [{ type }] = one
      const isEmptyReport = decoded.answer.status === 200 && (type === 'client_report' || type === 'sessions')
      if (!isEmptyReport) expect(whatIsLeft(decoded)).toBeGreaterThan(0)
      if (decoded.answer.status !== 200) expect(decoded.refusals).not.toEqual([])
    }),
    { numRuns: 500 },
  )
})

it('an item says as much beside others as alone', () => {
  fc.assert(
    fc.property(fc.array(item, { maxLength: 4 }), (items) => {
      const headers = { event_id: '0123456789abcdef0123456789abcdef' }
      const together = decode(anArrival(anEnvelope(headers, ...items)))
      const alone = items.map((one) => whatIsLeft(decode(anArrival(anEnvelope(headers, one)))))
      expectStorable(together)
      expect(whatIsLeft(together)).toBe(alone.reduce((sum, count) => sum + count, 0))
    }),
  )
})

const packers: ((bytes: Uint8Array) => Uint8Array)[] = [
  (bytes) => bytes,
  gzipSync,
  deflateSync,
  (bytes) => Buffer.from(deflateSync(bytes).toString('base64')),
  (bytes) => Buffer.concat([Buffer.from('sentry_data='), bytes]),
]

it('whatever a body is, it is answered, and what is answered with a refusal has an outcome and an example', () => {
  const arrivals: fc.Arbitrary<Arrival> = fc
    .record({
      bytes: fc.oneof(fc.uint8Array({ maxLength: 300 }), payload),
      pack: fc.constantFrom(...packers),
      form: fc.constantFrom<BodyForm>('envelope', 'store', 'security'),
      encoding: fc.constantFrom<Encoding>('identity', 'gzip', 'deflate', 'br', 'zstd'),
    })
    .map(({ bytes, pack, ...rest }) => anArrival(pack(bytes), rest))
  fc.assert(
    fc.property(arrivals, (arrival) => {
      const decoded = decode(arrival)
      expectStorable(decoded)
      if (decoded.answer.status === 200) return
      expect(decoded.outcomes).not.toEqual([])
      expect(decoded.refusals).not.toEqual([])
    }),
    { numRuns: 500 },
  )
})
