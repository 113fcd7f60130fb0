import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { defaultProjectSettings } from '../../domain/project-settings.ts'
import { decodeArrival } from './decode-arrival.ts'
import { anArrival, fallbackEventId, ownId, smallLimits } from './testing/an-arrival.ts'

function decodeStore(body: string | Uint8Array) {
  return decodeArrival(anArrival(body, { form: 'store' }), smallLimits, defaultProjectSettings)
}

const json = JSON.stringify({ event_id: ownId, message: 'Grüße + 1 & more?' })
const packed = deflateSync(json)
const inBase64 = packed.toString('base64')

describe('a body of /store/', () => {
  it.each<[string, string | Buffer]>([
    ['JSON', json],
    ['JSON behind a byte order mark', `\uFEFF${json}`],
    ['JSON behind spaces', ` \r\n\t${json}`],
    ['base64 of JSON', Buffer.from(json).toString('base64')],
    ['base64 of zlib data', inBase64],
    ['base64 in lines', `${inBase64.slice(0, 40)}\r\n${inBase64.slice(40)}\n`],
    ['base64 for URLs', packed.toString('base64url')],
    ['a form with JSON', new URLSearchParams({ sentry_data: json }).toString()],
    [
      'a form with JSON that was not encoded',
      Buffer.from('sentry_data={"event_id":"' + ownId + '","message":"Grüße"}'),
    ],
    ['a form with JSON that escapes spaces', `sentry_data=${encodeURIComponent(json)}`],
    ['a form with base64', new URLSearchParams({ sentry_data: inBase64 }).toString()],
    ['a form with base64 that was not encoded', `sentry_data=${inBase64}`],
    ['a form with more fields', `sentry_version=4&sentry_data=${encodeURIComponent(inBase64)}&x=1`],
  ])('may be %s', (_, body) => {
    const { events, answer } = decodeStore(body)
    expect(events.map(({ title }) => title)).toEqual([expect.stringMatching(/^Grüße(?: \+ 1 & more\?)?$/)])
    expect(answer).toMatchObject({ status: 200, body: { id: ownId } })
  })

  it('without an event id has one of ours', () => {
    expect(decodeStore('{"message":"Hi"}').answer).toMatchObject({
      status: 200,
      body: { id: fallbackEventId },
    })
  })

  it.each([
    '',
    'hello',
    'sentry_data=',
    'sentry_data=%E0%A4%A',
    'sentry_data=%',
    '[]',
    '{',
    inBase64.slice(0, 30),
    Buffer.from('null').toString('base64'),
  ])('that is %j is refused as malformed', (body) => {
    expect(decodeStore(body)).toMatchObject({
      events: [],
      answer: { status: 400 },
      outcomes: [{ outcome: 'invalid', reason: 'malformed' }],
    })
  })

  it.each(['[]', 'null', '0', '"text"'])('that is %s is refused, since it is no JSON object', (body) => {
    expect(decodeStore(body).answer).toEqual({ status: 400, body: { detail: 'It is not a JSON object.' } })
  })

  it.each<[string, string]>([
    ['as JSON', `{"message":"${'m'.repeat(1_000)}"}`],
    ['far', 'x'.repeat(3_000)],
    ['when inflated', deflateSync(`{"message":"${'m'.repeat(1_000_000)}"}`).toString('base64')],
  ])('over the limit %s is too large', (_, body) => {
    expect(decodeStore(body)).toMatchObject({ events: [], answer: { status: 413 } })
  })

  it('of an old client may hold numbers that JSON does not know', () => {
    const { events } = decodeStore('{"message":"Hi","extra":{"a":NaN,"b":-Infinity,"c":"NaN"}}')
    expect(JSON.parse(events[0]?.json ?? '')).toMatchObject({ extra: { a: null, b: null, c: 'NaN' } })
  })
})
