import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Event, Json } from '../event/event.ts'
import { anEvent } from '../event/testing/an-event.ts'
import { scrubEvent } from './scrub-event.ts'
import { defaultScrubSettings } from './settings.ts'

const settings = { ...defaultScrubSettings, words: ['patient'], safeFields: ['harmless'] }

/** What scrubbers stumble over: separators, quotes, names, marks and beginnings of secrets. */
const names = 'password token key patient session Cookie Authorization Bearer Basic --secret pin a1 hunter2'
const signs = String.raw`: = => :// @ " ' \ \" %3D %26 & ; , { } [ ] < >`
const parts = `[Filtered] [ip] eyJ eyJabcdefghij.eyJ ghp_ DE89 4111 1.2.3.4 8.8.8.8 2001:db8::1 4111111111111111
  dXNlcjpwYXNz 078-05-1120 ｐａｓｓｗｏｒｄ é \uD83D\uDE00`
const piece = fc.constantFrom(
  ...`${names} ${signs} ${parts}`.split(/\s+/),
  ' ',
  '  ',
  '\n',
  '-----BEGIN PRIVATE KEY-----',
)
const text = fc.oneof(
  fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 40 }),
)
const name = fc.oneof(
  text,
  fc.constantFrom(
    'password',
    'tokens',
    'headers',
    'cookies',
    'session',
    'errors',
    'harmless',
    'name',
    'value',
    '__proto__',
  ),
)
const { json } = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 4 },
    fc.oneof(
      text,
      fc.double({ noNaN: true }),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.constant(4111111111111111),
    ),
    fc.array(tie('json'), { maxLength: 4 }),
    fc.dictionary(name, tie('json'), { maxKeys: 4 }),
  ),
}))
const bag = fc.dictionary(name, json, { maxKeys: 4 })
const pairs = fc.array(fc.tuple(name, text), { maxLength: 4 })
const frame = fc.record({
  filename: text,
  function: text,
  context_line: text,
  pre_context: fc.array(text, { maxLength: 3 }),
  vars: bag,
})
const event: fc.Arbitrary<Event> = fc
  .record({
    transaction: text,
    release: text,
    logentry: fc.record({ formatted: text, params: fc.array(json, { maxLength: 3 }) }),
    exception: fc.record({
      values: fc.array(
        fc.record({ value: text, stacktrace: fc.record({ frames: fc.array(frame, { maxLength: 3 }) }) }),
        {
          maxLength: 3,
        },
      ),
    }),
    breadcrumbs: fc.record({ values: fc.array(fc.record({ message: text, data: bag }), { maxLength: 3 }) }),
    request: fc.record({
      url: text,
      headers: pairs,
      cookies: pairs,
      query_string: pairs,
      data: json,
      env: bag,
    }),
    user: fc.record({ id: text, ip_address: text, data: bag }),
    tags: fc.dictionary(name, text, { maxKeys: 4 }),
    extra: bag,
    contexts: fc.dictionary(name, bag, { maxKeys: 3 }),
    _meta: json,
  })
  .map((fields) => anEvent(fields))

it('changes nothing when an event was scrubbed already, and never throws', () => {
  fc.assert(
    fc.property(event, (any) => {
      const once = scrubEvent(any, settings)
      const twice = scrubEvent(once, settings)
      expect(twice).toEqual(once)
      expect(twice).toBe(once)
    }),
    { numRuns: 1_000 },
  )
})

it('does not change the event that it is given, and gives the same answer each time', () => {
  fc.assert(
    fc.property(event, (any) => {
      const before = structuredClone(any)
      expect(scrubEvent(any, settings)).toEqual(scrubEvent(structuredClone(any), settings))
      expect(any).toEqual(before)
    }),
  )
})

it('gives back the very event when it holds no secret', () => {
  const words = fc.array(
    fc.constantFrom('cart', 'total', 'order', 'of', 'undefined', '(', ')', '17', 'reading', "'price'"),
  )
  const plain = words.map((list) => list.join(' '))
  const plainEvent = fc
    .record({ transaction: plain, extra: fc.dictionary(plain, plain), tags: fc.dictionary(plain, plain) })
    .map((fields) => anEvent(fields))
  fc.assert(
    fc.property(plainEvent, (any) => {
      expect(scrubEvent(any, settings)).toBe(any)
    }),
  )
})

/** Never whole in the source, so that scanners of repositories do not take them for lost ones. */
const secrets = [
  ['4111 1111', ' 1111 1111'],
  ['55000000', '00000004'],
  ['DE893704', '00440532013000'],
  ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIi', 'OiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N'],
  ['AKIA', 'IOSFODNN7EXAMPLE'],
  ['ghp', '_abcdefghijklmnopqrstuvwxyz0123456789'],
  ['sk', '_live_abcdefghijklmnop1234'],
  ['-----BEGIN EC PRIVATE', ' KEY-----\nMHcCAQEE\n-----END EC PRIVATE KEY-----'],
  ['postgres://app:', 'hunter2@db/shop'],
  ['Bearer ', 'abc123def456ghi'],
  ['password=', 'hunter2'],
  ['"api_key":', '"hunter2"'],
] as const

const before = fc.constantFrom('', ' ', 'failed with ', '\n', '(', '{"a":1} ')
const after = fc.constantFrom('', ' ', ' failed', '\n', ')', ', {"a":1}')

it('lets no secret through, wherever it is in an event', () => {
  const planted = fc.record({ secret: fc.constantFrom(...secrets), before, after })
  const plant = planted.chain(({ secret, ...around }) => {
    const value = `${around.before}${secret.join('')}${around.after}`
    return fc.constantFrom<[string, Event]>(...places(value).map((at): [string, Event] => [secret[1], at]))
  })
  fc.assert(
    fc.property(plant, ([secret, any]) => {
      expect(JSON.stringify(scrubEvent(any, settings))).not.toContain(JSON.stringify(secret).slice(1, -1))
    }),
    { numRuns: 2_000 },
  )
})

function places(value: string): Event[] {
  const crumb = { message: value }
  return [
    anEvent({ exception: { values: [{ type: 'Error', value }] } }),
    anEvent({ exception: { values: [{ mechanism: { type: 'x', data: { a: value } } }] } }),
    anEvent({ exception: { values: [{ stacktrace: { frames: [{ vars: { a: [value] } }] } }] } }),
    anEvent({ logentry: { formatted: value, message: value, params: [value] } }),
    anEvent({ transaction: value, culprit: value, fingerprint: [value] }),
    anEvent({ breadcrumbs: { values: [crumb, { data: { a: { b: value } } }] } }),
    anEvent({ request: { data: value, fragment: value, env: { A: value }, headers: [['X-Other', value]] } }),
    anEvent({ request: { data: { a: [[value]] }, query_string: [['q', value]], cookies: [['c', value]] } }),
    anEvent({ user: { username: value, data: { a: value } }, tags: { a: value } }),
    anEvent({ extra: { a: value, b: [{ c: value }] }, contexts: { a: { b: value } } }),
    anEvent({ threads: { values: [{ name: value }] }, _meta: { extra: { '': { val: value } } } }),
  ]
}
