import { describe, expect, it } from 'vitest'
import { defaultProjectSettings } from '../../domain/project-settings.ts'
import { decodeArrival } from './decode-arrival.ts'
import type { Decoded } from './decoded.ts'
import { anArrival, fallbackEventId, ownId, smallLimits as limits } from './testing/an-arrival.ts'

function decode(body: string | Uint8Array): Decoded {
  return decodeArrival(anArrival(body), limits, defaultProjectSettings)
}

function titlesOf(decoded: Decoded): string[] {
  return decoded.events.map(({ title }) => title)
}

function idsOf(decoded: Decoded): string[] {
  return decoded.events.map(({ eventId }) => Buffer.from(eventId).toString('hex'))
}

const event = '{"message":"Hi"}'

describe('an envelope', () => {
  it.each<[string, string]>([
    ['that ends with its item', `{}\n{"type":"event"}\n${event}`],
    ['that ends with an LF', `{}\n{"type":"event"}\n${event}\n`],
    ['that ends with blank lines', `{}\n{"type":"event"}\n${event}\n\n\n`],
    ['with blank lines before its items', `{}\n\n\n{"type":"event"}\n${event}`],
    ['with a length', `{}\n{"type":"event","length":16}\n${event}\n`],
    ['with a length of null', `{}\n{"length":null,"type":"event"}\n${event}\n`],
    ['with an LF in a payload of known length', `{}\n{"type":"event","length":17}\n{"message":\n"Hi"}\n`],
    ['whose headers end with CR', `{}\r\n{"type":"event"}\r\n${event}\r\n`],
    ['with a BOM in its payload', `{}\n{"type":"event"}\n\uFEFF${event}`],
    [
      'with headers that nobody knows',
      `{"sent_at":"soon","dsn":1,"x":[]}\n{"type":"event","x":{}}\n${event}`,
    ],
  ])('%s is read', (_, body) => {
    expect(titlesOf(decode(body))).toEqual(['Hi'])
  })

  it.each<[string, string]>([
    ['a header alone', '{}'],
    ['a header and an LF', '{}\n'],
    ['an empty item', '{}\n{"type":"attachment","length":0}\n\n'],
    ['an empty item that ends it', '{}\n{"type":"attachment"}'],
    ['items that nobody knows', '{}\n{"type":"new"}\nany\n{"type":"__proto__"}\n'],
  ])('of %s is accepted, and holds no event', (_, body) => {
    expect(decode(body)).toMatchObject({ events: [], answer: { status: 200, body: {} } })
  })

  it('counts a length in bytes', () => {
    const payload = '{"message":"Grüße 😀"}'
    const length = Buffer.byteLength(payload)
    expect(titlesOf(decode(`{}\n{"type":"event","length":${length}}\n${payload}\n`))).toEqual(['Grüße 😀'])
  })

  it('keeps a CR in the payload that ends with it', () => {
    const payload = '{"message":"Hi"\r}'
    expect(titlesOf(decode(`{}\n{"type":"event","length":17}\n${payload}`))).toEqual(['Hi'])
  })

  const whole = `{"type":"event"}\n${event}\n`

  it.each<[string, string, string]>([
    ['nothing', '', 'envelope header is not JSON'],
    ['a header that is no JSON', `nope\n${whole}`, 'envelope header is not JSON'],
    ['a header that is a list', `[]\n${whole}`, 'envelope header is not a JSON object'],
    ['a bad item header', `{}\n${whole}{"type":\n`, 'header of item 2 is not JSON'],
    ['an item without type', `{}\n${whole}{"length":0}\n`, 'header of item 2 has no type'],
    ['a truncated item', `{}\n${whole}{"type":"attachment","length":9}\nshort`, 'item 2 ends 4 bytes before'],
    [
      'an item that goes on',
      `{}\n${whole}{"type":"attachment","length":2}\nlong`,
      'item 2 goes on after its length',
    ],
    ['a negative length', `{}\n${whole}{"type":"attachment","length":-1}\n`, 'length of item 2'],
    ['a length that is text', `{}\n${whole}{"type":"attachment","length":"1"}\n1`, 'length of item 2'],
  ])('with %s is refused whole, and says why', (_, body, why) => {
    const { events, outcomes, answer } = decode(body)
    expect(events).toEqual([])
    expect(outcomes).toMatchObject([{ outcome: 'invalid', reason: 'malformed', projectId: 7 }])
    expect(answer).toMatchObject({ status: 400, body: { detail: expect.stringContaining(why) } })
  })

  it.each<[string, string, string]>([
    ['too many items', `{}\n${'{"type":"x"}\n\n'.repeat(5)}`, 'more than 4 items'],
    ['too long a header line', `{"x":"${'x'.repeat(200)}"}\n${whole}`, 'longer than 200 bytes'],
  ])('with %s is too large, and says why', (_, body, why) => {
    expect(decode(body)).toMatchObject({
      events: [],
      outcomes: [{ outcome: 'invalid', reason: 'too_large' }],
      answer: { status: 413, body: { detail: expect.stringContaining(why) } },
    })
  })

  it('of just the limit is taken, and one byte more is too large', () => {
    const start = '{}\n{"type":"profile"}\n'
    const rest = limits.envelopeBytes - start.length
    expect(decode(start + 'x'.repeat(rest)).answer.status).toBe(200)
    expect(decode(start + 'x'.repeat(rest + 1))).toMatchObject({
      answer: { status: 413 },
      outcomes: [{ outcome: 'invalid', reason: 'too_large' }],
    })
  })
})

describe('an event of an envelope', () => {
  function sized(bytes: number): string {
    const shell = '{"message":""}'
    return `{"message":"${'m'.repeat(bytes - shell.length)}"}`
  }

  it('of just the limit is taken', () => {
    expect(decode(`{}\n{"type":"event"}\n${sized(1_000)}`).events).toHaveLength(1)
  })

  it('over the limit is dropped alone, with an outcome', () => {
    const items = `{"type":"event"}\n${sized(1_001)}\n{"type":"event"}\n${event}`
    const decoded = decode(`{}\n${items}`)
    expect(titlesOf(decoded)).toEqual(['Hi'])
    expect(decoded.outcomes).toMatchObject([{ category: 'error', outcome: 'invalid', reason: 'too_large' }])
    expect(decode(`{}\n{"type":"event"}\n${sized(1_001)}`).answer.status).toBe(413)
  })

  it.each(['null', '[]', '"x"', '0', '', '{', '['.repeat(500)])('that is %.9j is refused', (payload) => {
    expect(decode(`{}\n{"type":"event"}\n${payload}`)).toMatchObject({
      events: [],
      answer: { status: 400 },
      outcomes: [{ category: 'error', outcome: 'invalid', reason: 'malformed' }],
    })
  })

  it.each<[string, string, string, string]>([
    ['from the envelope', ownId, 'b'.repeat(32), ownId],
    ['with hyphens and capitals', '01234567-89AB-CDEF-0123-456789ABCDEF', 'x', ownId],
    ['from the payload', '', ownId.toUpperCase(), ownId],
    ['from the payload when the envelope has none that is valid', '../../etc', ownId, ownId],
    ['of ours', 'g'.repeat(32), `${ownId}0`, fallbackEventId],
  ])('has an id %s', (_, inHeader, inPayload, id) => {
    const decoded = decode(`{"event_id":"${inHeader}"}\n{"type":"event"}\n{"event_id":"${inPayload}"}`)
    expect(idsOf(decoded)).toEqual([id])
    expect(decoded.answer.body).toEqual({ id })
  })

  it('has an id of its own beside another', () => {
    const item = `{"type":"event"}\n${event}\n`
    const [first, second, ...more] = idsOf(decode(`{"event_id":"${ownId}"}\n${item}${item}`))
    expect([first, more]).toEqual([ownId, []])
    expect(second).toMatch(/^[0-9a-f]{32}$/)
    expect(second).not.toBe(ownId)
    expect(new Set(idsOf(decode(`{}\n${item}${item}${item}`))).size).toBe(3)
  })

  it.each([
    ['the envelope', `{"event_id":"${ownId}"}\n{"type":"event"}\n${event}\n`],
    ['the first event', `{}\n{"type":"event"}\n{"event_id":"${ownId}"}\n`],
  ])('has the same ids when it is sent again: of %s', (_, start) => {
    const body = `${start}{"type":"event"}\n${event}\n`
    const [first, again] = ['a', 'b'].map((digit) =>
      idsOf(
        decodeArrival(anArrival(body, { fallbackEventId: digit.repeat(32) }), limits, defaultProjectSettings),
      ),
    )
    expect(first).toHaveLength(2)
    expect(first).toEqual(again)
  })

  it.each([
    ['2026-11-25T10:00:00Z', 0],
    ['2026-11-25T10:00:00.123456', 0],
    ['2026-11-25T12:00:00+02:00', 0],
    ['2026-11-25T11:55:00Z', -2],
    ['soon', -2],
  ])('is dated by when the client says it sent it: %s', (sentAt, hours) => {
    const payload = '{"timestamp":"2026-11-25T10:00:00Z"}'
    const [record] = decode(`{"sent_at":"${sentAt}"}\n{"type":"event"}\n${payload}`).events
    const expected = Date.parse('2026-11-25T12:00:00Z') + hours * 3_600_000
    expect(Math.abs((record?.occurredAtMs ?? 0) - expected)).toBeLessThan(1_000)
  })
})

it('an item that is not kept is counted by its category, and types that nobody knows together', () => {
  const items = ['check_in', 'made_up', 'nul\\u0000'].map((type) => `{"type":"${type}"}\n{}`)
  expect(decode(['{}', ...items].join('\n')).outcomes).toMatchObject([
    { category: 'monitor', outcome: 'not_kept', reason: 'item_type' },
    { category: 'unknown', outcome: 'not_kept', reason: 'item_type' },
    { category: 'unknown', outcome: 'not_kept', reason: 'item_type' },
  ])
})

it('an item that cannot be kept takes no neighbour along, and is shown as an example', () => {
  const decoded = decode(`{}\n{"type":"session"}\nnope\n{"type":"event"}\n${event}\n`)
  expect(titlesOf(decoded)).toEqual(['Hi'])
  expect(decoded.answer).toMatchObject({ status: 200, body: { id: fallbackEventId } })
  expect(decoded.outcomes).toMatchObject([{ category: 'session', outcome: 'invalid', reason: 'malformed' }])
  expect(decoded.refusals).toMatchObject([
    { category: 'session', reason: 'malformed', detail: expect.stringContaining('not valid JSON') },
  ])
})

it('an event that a filter takes out is answered like any other, and counted', () => {
  const payload = '{"request":{"url":"http://localhost:3000/"}}'
  const settings = {
    ...defaultProjectSettings,
    filters: { ...defaultProjectSettings.filters, localhost: true },
  }
  const decoded = decodeArrival(anArrival(`{}\n{"type":"event"}\n${payload}`), limits, settings)
  expect(decoded).toMatchObject({ events: [], refusals: [], answer: { status: 200 } })
  expect(decoded.outcomes).toMatchObject([{ category: 'error', outcome: 'filtered', reason: 'localhost' }])
})
