import { describe, expect, it } from 'vitest'
import type { Event } from '../event/event.ts'
import { anEvent } from '../event/testing/an-event.ts'
import { scrub, thrown } from './testing/an-event.ts'

describe('what is no secret stays, and the event with it', () => {
  it.each<[what: string, event: Partial<Event>]>([
    [
      'states and nothing',
      { extra: { password: null, token: true, secret: '', auth: 'undefined', apikey: '[Object]' } },
    ],
    ['counts', { extra: { max_tokens: 4096, tokens: 57, usage: { total_tokens: '99' } } }],
    [
      'what a form says about its fields',
      { extra: { errors: { password: 'too short', token: ['is missing'] } } },
    ],
    ['options of a request', { extra: { fetch: { credentials: 'include', method: 'POST' } } }],
    ['identifiers', { contexts: { trace: { trace_id: '4111111111111111', span_id: '4111111111111111' } } }],
    [
      'versions',
      {
        contexts: { browser: { name: 'Chrome', version: '120.1.2.3' } },
        modules: { 'cookie-signature': '1.0.6' },
      },
    ],
    [
      'headers of tracing',
      {
        request: {
          headers: [
            ['baggage', 'sentry-public_key=abc,sentry-release=1.2.3.4'],
            ['User-Agent', 'X/1.2.3.4 (1.2.3.4)'],
          ],
        },
      },
    ],
    [
      'our own attributes',
      { release: 'app@1.2.3.4', server_name: '93.184.216.34', transaction: 'POST /token' },
    ],
    ['keys of caches', { extra: { key: 'cart:42', code: 'ERR_INVALID_ARG_TYPE', signature: '(a, b) -> c' } }],
  ])('%s', (_, fields) => {
    const event = anEvent(fields)
    expect(scrub(event)).toBe(event)
  })
})

describe('a project', () => {
  it('names more words, which count everywhere and remove everything', () => {
    const event = anEvent({
      server_name: 'ann-laptop',
      extra: { patientName: 'Ann', isPatient: true, data: { 'patient-data': { a: 1 } } },
      logentry: { formatted: 'patient=Ann' },
    })
    expect(scrub(event, { words: ['patient', 'server_name'] })).toMatchObject({
      server_name: '[Filtered]',
      extra: {
        patientName: '[Filtered]',
        isPatient: '[Filtered]',
        data: { 'patient-data': { a: '[Filtered]' } },
      },
      logentry: { formatted: 'patient=[Filtered]' },
      _meta: { server_name: { '': { rem: [['strip-fields', 's', 0, 10]] } } },
    })
  })

  it('names fields that are never scrubbed, with all that is in them', () => {
    const event = anEvent({
      extra: { sessionToken: 'abc', payload: { password: 'x', card: '4111111111111111' } },
    })
    expect(scrub(event, { safeFields: ['session_token', 'payload'] })).toBe(event)
  })

  it('keeps addresses where it wants them', () => {
    const event = anEvent({
      user: { ip_address: '8.8.8.8' },
      request: { headers: [['X-Real-Ip', '8.8.8.8']] },
    })
    expect(scrub(event, { ipAddresses: false })).toBe(event)
  })
})

describe('notes', () => {
  it('that quote a damaged value are scrubbed under its name', () => {
    const _meta = {
      extra: { '': { err: ['invalid_data'], val: '{"password":"hunter2"' } },
      tags: { token: { '': { val: 'abc' } } },
    }
    expect(scrub(anEvent({ _meta }))._meta).toEqual({
      extra: { '': { err: ['invalid_data'], val: '{"password":"[Filtered]"' } },
      tags: { token: { '': { val: '[Filtered]' } } },
    })
  })

  it('of the client stay beside ours', () => {
    const _meta = { extra: { token: { '': { len: 99 } }, a: { '': { err: ['x'] } } } }
    expect(scrub(anEvent({ extra: { token: 'abc' }, _meta }))._meta).toEqual({
      extra: {
        token: { '': { len: 99, rem: [['@password:filter', 's', 0, 10]] } },
        a: { '': { err: ['x'] } },
      },
    })
  })

  it('are bounded for a text of a thousand secrets', () => {
    const { exception, _meta } = scrub(thrown('pin=1234 '.repeat(1_000)))
    expect(exception?.values[0]?.value).toBe('pin=[Filtered] '.repeat(1_000))
    expect(JSON.stringify(_meta).length).toBeLessThan(20_000)
  })
})

describe('names', () => {
  it('that are secrets themselves go too, and stay apart', () => {
    const event = anEvent({ extra: { carts: { '4111111111111111': 1, '5500000000000004': 2, plain: 3 } } })
    expect(scrub(event).extra).toEqual({ carts: { '[Filtered]': 1, '[Filtered] (2)': 2, plain: 3 } })
  })

  it('like __proto__ are data', () => {
    const extra = JSON.parse('{"__proto__":{"password":"x"},"constructor":{"token":"x"}}')
    expect(JSON.stringify(scrub(anEvent({ extra })))).toContain('"__proto__":{"password":"[Filtered]"}')
  })
})

it('secrets that show what they are go from everywhere, and identifiers stay', () => {
  const token = ['gh', 'p_abcdefghijklmnopqrstuvwxyz0123456789'].join('')
  const event = anEvent({
    platform: token,
    logger: token,
    release: `app@${token}`,
    server_name: 'card-4111111111111111 4111111111111111',
    sdk: {
      name: token,
      version: token,
      integrations: [token],
      packages: [{ name: token, version: token }],
      settings: { note: token },
    },
    modules: { [token]: '1.0.0', '@scope/tokens': token },
    contexts: { [token]: { a: 1 } },
    debug_meta: {
      images: [{ type: token, code_file: token, debug_id: 'DE89370400440532013000', a: [token] }],
    },
    breadcrumbs: { values: [{ type: token, category: token }] },
    exception: { values: [{ stacktrace: { frames: [{ function: token, abs_path: token }] } }] },
    csp: { blocked_uri: token },
    _meta: { [token]: { '': { rem: [[token, 's']], len: token, err: [token] } } },
  })
  const clean = JSON.stringify(scrub(event))
  expect(clean).not.toMatch(/abcdefghij| 4111|DE8937/)
  const usual = anEvent({
    release: '4f9c2d1e8b7a4c3d9e2f1a2b3c4d5e6f4f9c2d1e',
    server_name: 'ip-10-0-0-1',
    sdk: {
      name: 'sentry.javascript.node',
      version: '10.1.2',
      integrations: ['Http', 'Context'],
      packages: [{ name: 'npm:@sentry/node', version: '10.1.2' }],
      settings: { infer_ip: 'auto' },
    },
    debug_meta: { images: [{ type: 'sourcemap', debug_id: '4f9c2d1e-8b7a-4c3d-9e2f-1a2b3c4d5e6f' }] },
    exception: { values: [{ stacktrace: { frames: [{ filename: '/srv/20261125034455/app.js' }] } }] },
  })
  expect(scrub(usual)).toBe(usual)
})
