import { expect, it } from 'vitest'
import { defaultProjectSettings } from '../../domain/project-settings.ts'
import type { Arrival } from '../arrival.ts'
import { decodeArrival } from './decode-arrival.ts'
import type { Decoded } from './decoded.ts'
import { anArrival, anEnvelope, decode, ownId, smallLimits } from './testing/an-arrival.ts'

type Item = [headers: object, payload: unknown]

const attrs = { release: 'shop@1' }
const limited = { kind: 'limited', reason: 'project_per_minute', retryAfterSeconds: 9 } as const

function decodeItems(items: Item[], changes: Partial<Arrival> = {}, headers: object = {}): Decoded {
  return decode(anArrival(anEnvelope(headers, ...items), changes))
}

function repeated(count: number, item: (index: number) => Item): Item[] {
  return Array.from({ length: count }, (_, index) => item(index))
}

function kindsOf({ outcomes }: Decoded): string[] {
  return outcomes.map(({ outcome, category, reason }) => `${outcome} ${category} ${reason}`)
}

const reports = (count: number): Item => [
  { type: 'raw_security' },
  Array.from({ length: count }, () => ({ type: 'csp-violation', body: { effectiveDirective: 'img-src' } })),
]

it.each<[string, Item[], string[]]>([
  ['events', repeated(11, () => [{ type: 'event' }, {}]), Array<string>(11).fill('error')],
  ['reports of browsers', repeated(2, () => reports(6)), ['security', 'security']],
  [
    'both',
    [...repeated(6, (): Item => [{ type: 'event' }, {}]), reports(5)],
    [...Array<string>(6).fill('error'), 'security'],
  ],
])('more than ten events refuse the whole envelope, and each item is counted: %s', (_, items, categories) => {
  const decoded = decodeItems([...items, [{ type: 'user_report' }, { comments: 'Hi' }]])
  expect(decoded).toMatchObject({ events: [], feedback: [], answer: { status: 413 } })
  expect(decoded.answer.body).toMatchObject({ detail: expect.stringContaining('10 events') })
  expect(kindsOf(decoded)).toEqual(
    [...categories, 'feedback'].map((category) => `invalid ${category} too_large`),
  )
  expect(decoded.refusals).toHaveLength(1)
})

it('ten events are kept', () => {
  const decoded = decodeItems([...repeated(4, (): Item => [{ type: 'event' }, {}]), reports(6)])
  expect(new Set(decoded.events.map(({ eventId }) => eventId.toString('hex'))).size).toBe(10)
})

it.each<[string, number, (at: number) => Item]>([
  ['feedback', 20, (at) => [{ type: 'user_report' }, { comments: `${at}` }]],
  [
    'sessions',
    20,
    () => [{ type: 'sessions' }, { attrs, aggregates: Array.from({ length: 50 }, () => ({ exited: 1 })) }],
  ],
])('so many %s are kept in all, and one more refuses the whole envelope: %d', (kind, most, item) => {
  const kept = decodeItems(repeated(most, item))
  expect(kept.refusals).toEqual([])
  expect(kept.feedback.length + kept.sessions.length).toBe(kind === 'feedback' ? 20 : 1_000)
  const refused = decodeItems(repeated(most + 1, item))
  expect(refused).toMatchObject({ feedback: [], sessions: [], answer: { status: 413 } })
  expect(refused.answer.body).toMatchObject({ detail: expect.stringContaining(kind) })
})

it.each<[number, unknown]>([
  [400, Buffer.from('{')],
  [413, { message: 'x'.repeat(1_100_000) }],
])(
  'an event that is not kept is answered %d, and what came with it is kept all the same',
  (status, event) => {
    const decoded = decodeItems(
      [
        [{ type: 'event' }, event],
        [{ type: 'event' }, { message: 'good' }],
        [{ type: 'attachment' }, Buffer.from('x')],
      ],
      {},
      { event_id: ownId },
    )
    expect(decoded.answer).toMatchObject({ status, events: 1, body: { detail: expect.any(String) } })
    expect([decoded.events, decoded.attachments].map(({ length }) => length)).toEqual([1, 1])
    expect(kindsOf(decoded)).toEqual([`invalid error ${status === 413 ? 'too_large' : 'malformed'}`])
  },
)

it('how many may come is a matter of the configuration', () => {
  const limits = { ...smallLimits, envelopeBytes: 100_000, items: 100, events: 2, sessions: 1, feedback: 1 }
  const statusOf = (count: number, item: Item): number =>
    decodeArrival(anArrival(anEnvelope({}, ...repeated(count, () => item))), limits, defaultProjectSettings)
      .answer.status
  const event: Item = [{ type: 'event' }, {}]
  const session: Item = [{ type: 'session' }, { attrs }]
  const report: Item = [{ type: 'user_report' }, { comments: 'Hi' }]
  expect([statusOf(2, event), statusOf(1, session), statusOf(1, report)]).toEqual([200, 200, 200])
  expect([statusOf(3, event), statusOf(2, session), statusOf(2, report)]).toEqual([413, 413, 413])
})

it('while a limit is used up, only what no limit is about is kept', () => {
  const decoded = decodeItems(
    [
      [{ type: 'event' }, {}],
      [{ type: 'raw_security' }, {}],
      [{ type: 'attachment' }, Buffer.from('x')],
      [{ type: 'feedback' }, {}],
      [{ type: 'user_report' }, { comments: 'Hi' }],
      [{ type: 'session' }, { attrs, init: true }],
      [
        { type: 'client_report' },
        { discarded_events: [{ reason: 'send_error', category: 'error', quantity: 1 }] },
      ],
    ],
    { limited },
    { event_id: ownId },
  )
  expect(decoded).toMatchObject({
    events: [],
    attachments: [],
    feedback: [],
    answer: { status: 429, limited },
  })
  expect(decoded.sessions).toHaveLength(1)
  expect(kindsOf(decoded).filter((kind) => !kind.startsWith('limited'))).toEqual([
    'accepted session ',
    'lost_in_client error send_error',
  ])
  expect(kindsOf(decoded).filter((kind) => kind.startsWith('limited'))).toEqual(
    ['error', 'security', 'attachment', 'feedback', 'feedback'].map(
      (category) => `limited ${category} project_per_minute`,
    ),
  )
})

it('while a limit is used up, an envelope that it is not about is accepted', () => {
  const decoded = decodeItems([[{ type: 'session' }, { attrs, init: true }]], { limited })
  expect(decoded).toMatchObject({ sessions: [{ started: 1 }], answer: { status: 200 } })
})

it('a file of an event that a filter took out is counted like it', () => {
  const filters = { ...defaultProjectSettings.filters, localhost: true }
  const event = { request: { url: 'http://localhost:3000/' } }
  const items: Item[] = [
    [{ type: 'attachment' }, Buffer.from('x')],
    [{ type: 'event' }, event],
  ]
  for (const headers of [{}, { event_id: ownId }]) {
    const decoded = decode(anArrival(anEnvelope(headers, ...items)), { filters })
    expect(decoded.attachments).toEqual([])
    expect(kindsOf(decoded)).toEqual(['filtered error localhost', 'filtered attachment localhost'])
  }
})

it.each<[string, Item]>([
  ['a report of losses', [{ type: 'client_report' }, {}]],
  ['an item that is not kept', [{ type: 'transaction' }, {}]],
])('beside %s, a bad item does not refuse the envelope', (_, other) => {
  const bad: Item = [{ type: 'session' }, 'nope']
  expect(decodeItems([bad, other]).answer.status).toBe(200)
  expect(decodeItems([bad]).answer.status).toBe(400)
})

it.each<[string, string]>([
  ['session', 'The session is not valid JSON'],
  ['sessions', 'The list of sessions is not valid JSON'],
  ['client_report', 'The report is not valid JSON'],
  ['feedback', 'The feedback is not valid JSON'],
  ['event', 'The event is not valid JSON'],
])('a broken %s is called what it is', (type, sentence) => {
  expect(decodeItems([[{ type }, Buffer.from('{')]]).answer.body).toMatchObject({
    detail: expect.stringContaining(sentence),
  })
})

it('an envelope that comes through a tunnel is counted by the client that it names', () => {
  const items: Item[] = [[{ type: 'transaction' }, {}]]
  const sdk = { name: 'sentry.javascript.browser', version: '11.0.0' }
  const sdkOf = (changes: Partial<Arrival>, headers: object = { sdk }): string | undefined =>
    decodeItems(items, changes, headers).outcomes[0]?.sdk
  const browser = { clientName: 'Mozilla/5.0', headers: { 'user-agent': 'Mozilla/5.0' } }
  expect(sdkOf({})).toBe('sentry.javascript.browser/11.0.0')
  expect(sdkOf(browser)).toBe('sentry.javascript.browser/11.0.0')
  expect(sdkOf({ clientName: 'sentry.python/2' })).toBe('sentry.python/2')
  expect(sdkOf(browser, { sdk: { name: 7 } })).toBe('Mozilla/5.0')
})
