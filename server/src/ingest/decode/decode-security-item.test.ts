import { describe, expect, it } from 'vitest'
import type { Arrival } from '../arrival.ts'
import { anArrival, anEnvelope, decode, fallbackEventId, noon, ownId } from './testing/an-arrival.ts'

const csp = {
  'document-uri': 'https://shop.example/cart?step=2',
  referrer: 'https://search.example/',
  'violated-directive': 'script-src-elem',
  'effective-directive': 'script-src-elem',
  'original-policy': "script-src 'self'",
  disposition: 'enforce',
  'blocked-uri': 'https://Evil.example/x.js?id=1',
  'line-number': 7,
}

function decodeReport(body: unknown, changes: Partial<Arrival> = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return decode(anArrival(text, { form: 'security', ...changes }))
}

function eventOf(body: unknown, changes: Partial<Arrival> = {}) {
  const [record, ...more] = decodeReport(body, changes).events
  expect(more).toEqual([])
  return { record, event: JSON.parse(record?.json ?? '{}') as Record<string, unknown> }
}

function titleOf(changes: object): string | undefined {
  return eventOf({ 'csp-report': { ...csp, ...changes } }).record?.title
}

function keyOf(changes: object): string | undefined {
  return eventOf({ 'csp-report': { ...csp, ...changes } }).record?.fingerprint.hash.toString('hex')
}

describe('a CSP report', () => {
  it('is an event that says what was blocked, where, and by which rule', () => {
    const hints = { release: 'shop@1', environment: 'staging', userAgent: 'Firefox/140' }
    const { record, event } = eventOf({ 'csp-report': csp }, { hints })
    expect(record).toMatchObject({
      title: 'script-src-elem does not allow evil.example',
      culprit: 'script-src-elem',
      level: 'error',
      release: 'shop@1',
      environment: 'staging',
      fingerprint: { tier: 'report' },
      tags: { 'effective-directive': 'script-src-elem', 'blocked-uri': 'evil.example', logger: 'csp' },
    })
    expect(event).toMatchObject({
      type: 'csp',
      logger: 'csp',
      csp: { effective_directive: 'script-src-elem', blocked_uri: csp['blocked-uri'], line_number: 7 },
      request: {
        url: 'https://shop.example/cart',
        query_string: [['step', '2']],
        headers: [
          ['User-Agent', 'Firefox/140'],
          ['Referer', 'https://search.example/'],
        ],
      },
    })
  })

  it.each([
    [{ 'blocked-uri': 'inline' }, 'script-src-elem does not allow inline code'],
    [{ 'blocked-uri': '' }, 'script-src-elem does not allow inline code'],
    [{ 'blocked-uri': 'eval' }, 'script-src-elem does not allow eval'],
    [{ 'blocked-uri': 'data' }, 'script-src-elem does not allow data'],
    [{ 'blocked-uri': 'data:text/html,x' }, 'script-src-elem does not allow data'],
    [{ 'blocked-uri': 'chrome-extension://abc/x.js' }, 'script-src-elem does not allow chrome-extension'],
    [{ 'blocked-uri': 'https://shop.example/x.js' }, 'script-src-elem does not allow its own host'],
    [{ 'blocked-uri': 'self' }, 'script-src-elem does not allow its own host'],
    [
      { 'effective-directive': '', 'violated-directive': "img-src 'self'" },
      'img-src does not allow evil.example',
    ],
  ])('with %j reads: %s', (changes, title) => expect(titleOf(changes)).toBe(title))

  it('is together with those of the same rule and host, whatever the page and the file', () => {
    expect(keyOf({ 'document-uri': 'https://shop.example/', 'blocked-uri': 'https://evil.example/y' })).toBe(
      keyOf({}),
    )
    expect(keyOf({ 'effective-directive': 'img-src' })).not.toBe(keyOf({}))
    expect(keyOf({ 'blocked-uri': 'https://other.example/' })).not.toBe(keyOf({}))
  })

  it('of a policy that only reports is a warning', () => {
    expect(eventOf({ 'csp-report': { ...csp, disposition: 'report' } }).record?.level).toBe('warning')
  })

  it('is scrubbed, with a remark where something was', () => {
    const sample = 'const card = "4111 1111 1111 1111"'
    const { event } = eventOf({ 'csp-report': { ...csp, 'script-sample': sample } })
    expect(event).toMatchObject({
      csp: { script_sample: 'const card = "[Filtered]"' },
      _meta: { csp: { script_sample: { '': { rem: [['@creditcard:filter', 's', 14, 24]] } } } },
    })
  })

  it('is cut where it is deeper than what is stored, with a note', () => {
    const sample = JSON.parse(`${'['.repeat(20)}${']'.repeat(20)}`) as unknown
    const { event } = eventOf({ 'csp-report': { ...csp, 'script-sample': sample } })
    expect(JSON.stringify(event['csp'])).toMatch(/"\[{11}\]{11}"/)
    expect(JSON.stringify(event['_meta'])).toContain('!depth')
  })

  it('falls under the filters of its project', () => {
    const body = JSON.stringify({ 'csp-report': { ...csp, 'document-uri': 'http://localhost:3000/' } })
    const filters = {
      browserExtensions: false,
      localhost: true,
      oldBrowsers: false,
      crawlers: false,
      releases: [],
      environments: [],
      types: [],
      messages: [],
    }
    expect(decode(anArrival(body, { form: 'security' }), { filters })).toMatchObject({
      events: [],
      outcomes: [{ outcome: 'filtered', reason: 'localhost' }],
    })
  })
})

describe('reports of the Reporting API', () => {
  const body = {
    documentURL: 'https://shop.example/',
    blockedURL: 'https://evil.example/x.js',
    effectiveDirective: 'img-src',
    sample: '',
    statusCode: 200,
  }
  const report = { type: 'csp-violation', age: 5_000, url: body.documentURL, user_agent: 'Chrome/140', body }

  it('are one event each, at the time at which it happened', () => {
    const { events, outcomes, answer } = decodeReport([report, { ...report, age: 0 }])
    expect(events.map(({ occurredAtMs }) => occurredAtMs - noon)).toEqual([-5_000, 0])
    expect(events.map(({ title }) => title)).toEqual(Array(2).fill('img-src does not allow evil.example'))
    const ids = events.map(({ eventId }) => eventId.toString('hex'))
    expect(ids[0]).toBe(fallbackEventId)
    expect(new Set(ids).size).toBe(2)
    expect(JSON.parse(events[0]?.json ?? '')).toMatchObject({
      csp: { document_uri: body.documentURL, blocked_uri: body.blockedURL, status_code: 200 },
      request: { headers: [['User-Agent', 'Chrome/140']] },
    })
    expect({ outcomes, answer }).toMatchObject({
      outcomes: [],
      answer: { status: 200, body: { id: fallbackEventId } },
    })
  })

  it('about other things are counted, and so are malformed ones beside good ones', () => {
    const other = { type: 'deprecation', body: { id: 'x' } }
    const { events, outcomes } = decodeReport([report, other, other, 7, {}])
    expect(events).toHaveLength(1)
    expect(outcomes).toMatchObject([
      { category: 'security', outcome: 'not_kept', reason: 'report_type', quantity: 2 },
      { category: 'security', outcome: 'invalid', reason: 'malformed', quantity: 2 },
    ])
    expect(decodeReport(other)).toMatchObject({ events: [], answer: { status: 200 } })
  })
})

it.each<[string, object, string, string]>([
  [
    'expectct',
    { 'expect-ct-report': { hostname: 'shop.example', port: 443 } },
    'Certificate transparency',
    'Expect-CT',
  ],
  [
    'expectstaple',
    { 'expect-staple-report': { hostname: 'shop.example' } },
    'OCSP stapling',
    'Expect-Staple',
  ],
  ['hpkp', { hostname: 'shop.example', 'known-pins': ['x'] }, 'Public key pinning', 'Public-Key-Pins'],
])('a report of %s is an event of its host', (type, body, what, culprit) => {
  const { record, event } = eventOf(body)
  expect(record).toMatchObject({
    title: `${what} failed for shop.example`,
    culprit,
    tags: { hostname: 'shop.example' },
  })
  expect(event).toMatchObject({
    type,
    [type]: { hostname: 'shop.example' },
    request: { url: 'https://shop.example' },
  })
})

it.each(['', 'x', '7', '[]', '{}', '{"csp-report":{}}', '{"csp-report":7}', '{"body":{}}'])(
  'a body that is %j is no report',
  (body) => {
    expect(decodeReport(body)).toMatchObject({
      events: [],
      answer: { status: 400 },
      outcomes: [{ category: 'security', outcome: 'invalid', reason: 'malformed' }],
    })
  },
)

it('a report over 64 KiB is too large', () => {
  const body = { 'csp-report': { ...csp, 'script-sample': 'x'.repeat(65_536) } }
  expect(decodeReport(body)).toMatchObject({ events: [], answer: { status: 413 } })
})

it.each(['raw_security', 'security'])('a report may come as an item: %s', (type) => {
  const envelope = anEnvelope({ event_id: ownId }, [{ type }, { 'csp-report': csp }])
  expect(decode(anArrival(envelope)).events).toMatchObject([{ eventId: Buffer.from(ownId, 'hex') }])
})
