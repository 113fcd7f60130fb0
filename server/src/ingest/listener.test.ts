import { afterEach, describe, expect, it } from 'vitest'
import { Refusal } from './refusals/refusal.ts'
import {
  disabledKey,
  eventId,
  key,
  listening,
  otherKey,
  wireBytes,
  type Listening,
} from './testing/listening.ts'
import { get, post, type Post } from './testing/post.ts'

let server: Listening

async function start(...setting: Parameters<typeof listening>): Promise<Listening> {
  server = await listening(...setting)
  return server
}

afterEach(() => server.stop())

describe('an ingest request', () => {
  it('is handed over whole, whatever its chunks and its content type, and answered with what comes of it', async () => {
    const { submitted } = await start()
    const headers = {
      'content-type': 'text/plain;charset=UTF-8',
      'content-encoding': '',
      'x-sentry-auth': `Sentry sentry_key=${key},sentry_client=raven/1`,
    }
    const reply = await post(server, { path: '/api/7/envelope/', headers, chunks: ['{"a"', ':1}\n'] })
    const body = `{"id":"${eventId}"}`
    expect(reply).toMatchObject({ status: 200, body, headers: { 'content-length': String(body.length) } })
    expect(submitted).toMatchObject([
      {
        projectId: 7,
        publicKey: key,
        form: 'envelope',
        encoding: 'identity',
        receivedAtMs: 1_000,
        clientIp: '127.0.0.1',
        clientName: 'raven/1',
        headers: { 'content-type': 'text/plain;charset=UTF-8' },
      },
    ])
    expect(Buffer.from(submitted[0]?.body ?? []).toString()).toBe('{"a":1}\n')
    expect(submitted[0]?.fallbackEventId).toMatch(/^[0-9a-f]{32}$/)
  })

  it('is answered in the words of the digest, its causes too', async () => {
    const body = { detail: 'No.', causes: ['It is \u{1F4A5}.'] }
    await start({ digest: async () => ({ status: 400, body }) })
    const reply = await post(server)
    expect(reply.status).toBe(400)
    expect(JSON.parse(Buffer.from(reply.body, 'latin1').toString())).toEqual(body)
    expect(reply.headers['x-sentry-error']).toBe('No.')
    expect(server.noted).toEqual([])
  })

  it.each<[string, Post, number]>([
    ['without a key', { path: '/api/7/envelope/' }, 401],
    ['with a key that nobody has', { path: '/api/7/envelope/?sentry_key=none' }, 403],
    ['with the key of another project', { path: `/api/8/envelope/?sentry_key=${key}` }, 403],
    ['with a disabled key', { path: `/api/7/envelope/?sentry_key=${disabledKey}` }, 403],
    ['that is no POST', { method: 'PUT' }, 405],
    ['in an unknown encoding', { headers: { 'content-encoding': 'compress' } }, 415],
    [
      'that announces too much',
      { headers: { 'content-length': '12001' }, chunks: ['x'.repeat(12_001)] },
      413,
    ],
    ['that brings too much unannounced', { chunks: ['x'.repeat(11_000), 'x'.repeat(1001)] }, 413],
  ])('%s is refused, in words that a browser may read', async (_, sent, status) => {
    const { submitted, failures, noted } = await start()
    const reply = await post(server, sent)
    expect(reply.status).toBe(status)
    expect(JSON.parse(reply.body)).toEqual({ detail: reply.headers['x-sentry-error'] })
    expect(reply.headers).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-expose-headers': expect.stringContaining('retry-after'),
    })
    expect([submitted, failures]).toEqual([[], []])
    expect(noted.map((note) => note.status)).toEqual([status])
  })

  it('by a method that it does not take is told those that it does', async () => {
    await start()
    const envelope = await get(server, `/api/7/envelope/?sentry_key=${key}`)
    expect([envelope.status, envelope.headers.allow]).toEqual([405, 'POST, OPTIONS'])
    const store = await post(server, {
      path: `/api/7/store/?sentry_key=${key}`,
      method: 'DELETE',
      chunks: [],
    })
    expect([store.status, store.headers.allow]).toEqual([405, 'GET, POST, OPTIONS'])
  })

  it('by a wrong key is told which DSN was seen', async () => {
    await start()
    const headers = { host: 'errors.example.com:8080' }
    const { body } = await post(server, { path: `/api/8/envelope/?sentry_key=${key}`, headers })
    expect(body).toContain(`//${key}@errors.example.com:8080/8`)
  })

  it('of just the limit is taken', async () => {
    await start()
    expect((await post(server, { chunks: ['x'.repeat(wireBytes)] })).status).toBe(200)
  })

  it('finds the queue full: an empty body and both headers that say when to come back', async () => {
    await start({ digest: () => Promise.reject(new Refusal(429, 'Too many events wait.')) })
    const { status, body, headers } = await post(server)
    expect([status, body]).toEqual([429, ''])
    expect(headers).toMatchObject({
      'retry-after': '5',
      'x-sentry-rate-limits': '5::organization:queue_full',
      'content-length': '0',
    })
    expect(headers['content-type']).toBeUndefined()
    expect(server.noted).toMatchObject([{ outcome: 'limited', projectId: 7, key: 'known' }])
  })

  it('that fails for a reason of ours may be sent again, and the reason is logged, not told', async () => {
    const error = new Error('secret')
    const { failures } = await start({ digest: () => Promise.reject(error) })
    const { status, body, headers } = await post(server)
    expect([status, headers['retry-after'], failures]).toEqual([503, '5', [error]])
    expect(body).not.toContain('secret')
  })

  it.each([
    ['sentry.python/2.1', 'sentry.python/2.1'],
    ['sentry-ruby/5.2.0-rc+1', 'sentry-ruby/5.2.0-rc+1'],
    ['Mozilla/5.0 (X11; Linux x86_64)', undefined],
    ['node', undefined],
  ])('of the agent %s comes from the SDK %s', async (agent, clientName) => {
    const { submitted } = await start()
    await post(server, { headers: { 'user-agent': agent } })
    expect(submitted[0]?.clientName).toBe(clientName)
  })

  it.each([
    [0, '127.0.0.1'],
    [1, '10.0.0.2'],
    [2, '198.51.100.1'],
    [3, '127.0.0.1'],
  ])('behind %i proxies comes from %s', async (trustedProxies, ip) => {
    const { submitted } = await start({ trustedProxies })
    await post(server, { headers: { 'x-forwarded-for': '198.51.100.1, ::ffff:10.0.0.2' } })
    expect(submitted[0]?.clientIp).toBe(ip)
  })
})

describe('a refusal at the door is told to the project that the request names', () => {
  it.each<[string, Post, object]>([
    [
      'by a key that nobody has',
      { path: '/api/8/envelope/?sentry_key=none' },
      { projectId: 8, publicKey: 'none' },
    ],
    ['for a project that is not there', { path: '/api/99/envelope/?sentry_key=none' }, { projectId: 0 }],
    ['for no project', { path: '/api/store/?sentry_key=none' }, { projectId: 0 }],
  ])('%s, without being counted as its own', async (_, sent, expected) => {
    const { noted } = await start()
    await post(server, sent)
    expect(noted).toMatchObject([{ key: 'unknown', outcome: 'invalid', ...expected }])
  })

  it('or, by the key of another, to the one that has it', async () => {
    const { noted } = await start()
    await post(server, { path: `/api/7/envelope/?sentry_key=${otherKey}` })
    await post(server, { path: `/api/99/envelope/?sentry_key=${otherKey}` })
    const expected = { projectId: 8, publicKey: otherKey, key: 'known', status: 403 }
    expect(noted).toMatchObject([expected, expected])
  })

  it('and with a key of its own counted there, also when that is disabled', async () => {
    const { noted } = await start()
    await post(server, { path: `/api/7/envelope/?sentry_key=${disabledKey}` })
    await post(server, { chunks: ['x'.repeat(wireBytes + 1)], headers: { 'user-agent': 'curl/8' } })
    expect(noted).toMatchObject([
      { projectId: 7, publicKey: disabledKey, key: 'known', status: 403 },
      { projectId: 7, publicKey: key, key: 'known', status: 413, clientName: 'curl/8' },
    ])
  })
})

it('everything that is not ingest goes to the app', async () => {
  await start()
  expect((await post(server, { path: '/api/v1/issues' })).body).toBe('app')
  expect((await post(server, { path: '/issues' })).body).toBe('app')
})
