import { describe, expect, it } from 'vitest'
import type { Answer } from './arrival.ts'
import { disabledKey, key } from './testing/listening.ts'
import { oneServer } from './testing/one-server.ts'
import { get, post, sendBytes, type Post } from './testing/post.ts'

const start = oneServer()
/** More than is read of whom is limited. */
const long: Post = { chunks: ['x'.repeat(9_000)] }

function bringing(events: number): () => Promise<Answer> {
  return async () => ({ status: 200, body: {}, events })
}

describe('a key that sent what it may in a minute', () => {
  it('gets a 429 with an empty body and what is limited, in at least three parts', async () => {
    const server = await start({ limits: { keyPerMinute: 1 } })
    expect((await post(server)).status).toBe(200)
    const { status, body, headers } = await post(server, long)
    expect([status, body, headers['content-length'], headers['content-type']]).toEqual([
      429,
      '',
      '0',
      undefined,
    ])
    expect(headers['retry-after']).toBe('60')
    expect(headers['x-sentry-rate-limits']).toBe(
      '60:default;error;security;feedback;attachment:key:key_per_minute',
    )
    expect(headers['access-control-expose-headers']).toContain('x-sentry-rate-limits')
    expect(server.submitted).toHaveLength(1)
    expect(server.noted).toMatchObject([{ outcome: 'limited', projectId: 7, key: 'known' }])
  })

  it('hears so before its body is read', async () => {
    const server = await start({ limits: { projectPerMonth: 0 } })
    const head = `POST /api/7/envelope/?sentry_key=${key} HTTP/1.1\r\nHost: x\r\nContent-Length: 9000\r\n\r\n`
    const said = await sendBytes(server, head, /\r\n\r\n/)
    expect(said).toMatch(/^HTTP\/1\.1 429 /)
    expect(said).toContain(':project:project_per_month')
  })

  it('leaves other keys alone', async () => {
    const server = await start({ limits: { keyPerMinute: 1 } })
    await post(server)
    await post(server)
    const other = `/api/8/envelope/?sentry_key=${'ef'.repeat(16)}`
    expect((await post(server, { path: other })).status).toBe(200)
  })

  it('is limited for all that is kept, whatever the address', async () => {
    const server = await start({ limits: { projectPerMinute: 1 } })
    await post(server)
    for (const path of ['store', 'security', 'minidump', 'events/x/attachments'])
      expect((await post(server, { path: `/api/7/${path}/?sentry_key=${key}` })).status, path).toBe(429)
    const tunnel = await post(server, {
      path: '/api/tunnel/',
      chunks: [`{"dsn":"http://${key}@x/7"}\n${'x'.repeat(9_000)}`],
    })
    expect(tunnel.status).toBe(429)
  })

  it('may send on what is only counted', async () => {
    const server = await start({ limits: { projectPerMinute: 1 }, digest: bringing(3) })
    await post(server)
    expect((await post(server, { path: `/api/7/nel/?sentry_key=${key}` })).status).toBe(200)
    expect((await post(server, { path: `/api/7/otlp/v1/logs?sentry_key=${key}` })).status).toBe(200)
    expect((await get(server, `/api/7/cron/nightly/${key}/`)).status).toBe(202)
  })
})

it('what only is counted takes nothing from what may be kept', async () => {
  const server = await start({ limits: { keyPerMinute: 1, projectPerMonth: 1 }, digest: bringing(0) })
  for (let sent = 0; sent < 3; sent += 1) await post(server, { path: `/api/7/nel/?sentry_key=${key}` })
  for (let sent = 0; sent < 3; sent += 1) expect((await post(server)).status).toBe(200)
})

it('each event of an envelope counts, of the month too, and who comes next pays', async () => {
  const server = await start({ limits: { projectPerMonth: 10 }, digest: bringing(10) })
  expect((await post(server)).status).toBe(200)
  expect((await post(server, long)).status).toBe(429)
})

it('side by side, each request that is let in has taken its weight before', async () => {
  const untilBothAreIn = async (): Promise<Answer> => {
    while (server.submitted.length < 2) await new Promise(setImmediate)
    return bringing(10)()
  }
  const server = await start({ limits: { keyPerMinute: 2 }, digest: untilBothAreIn })
  const replies = await Promise.all(Array.from({ length: 9 }, () => post(server, long)))
  expect(replies.filter(({ status }) => status === 200)).toHaveLength(2)
  expect((await post(server, long)).headers['retry-after']).toBe('300')
})

describe('a request that was refused later gives back what it took', () => {
  it.each<[string, Post]>([
    ['for its encoding', { headers: { 'content-encoding': 'x' } }],
    ['for its size', { chunks: ['x'.repeat(20_000)] }],
    ['for its form', { path: `/api/7/minidump/?sentry_key=${key}` }],
  ])('%s', async (_, sent) => {
    const server = await start({ limits: { keyPerMinute: 1 } })
    expect((await post(server, sent)).status).toBeGreaterThanOrEqual(400)
    expect((await post(server)).status).toBe(200)
  })
})

describe('a short envelope of whom is limited', () => {
  const limited = { kind: 'limited', reason: 'key_per_minute', retryAfterSeconds: 60 } as const

  it('is handed over with the limit, for what no limit is about', async () => {
    const server = await start({ limits: { keyPerMinute: 1 } })
    await post(server)
    expect((await post(server)).status).toBe(200)
    expect(server.submitted).toMatchObject([{}, { limited }])
    expect(server.submitted[0]?.limited).toBeUndefined()
  })

  it('of which something was left out is answered like one that was refused', async () => {
    const answer: Answer = { status: 429, limited, body: { detail: 'Limited.' } }
    const server = await start({
      limits: { keyPerMinute: 1 },
      digest: async ({ limited: isLimited }) => (isLimited ? answer : bringing(1)()),
    })
    await post(server)
    const { status, headers, body } = await post(server)
    const refused = await post(server, long)
    const told = (of: typeof headers) => [of['retry-after'], of['x-sentry-rate-limits'], of['content-length']]
    expect([status, body, told(headers)]).toEqual([429, '', told(refused.headers)])
    expect(told(headers)[1]).toContain('60:default;error')
    expect(server.noted).toHaveLength(1)
  })

  it('that turns out to be long is refused', async () => {
    const server = await start({ limits: { keyPerMinute: 1 } })
    await post(server)
    const sent = await post(server, { chunks: Array<string>(5).fill('x'.repeat(2_000)) })
    expect([sent.status, server.submitted.length]).toEqual([429, 1])
  })
})

it('without limits nothing is refused', async () => {
  const server = await start()
  const replies = await Promise.all(Array.from({ length: 50 }, () => post(server)))
  expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]))
})

it('a refused key takes nothing from its project', async () => {
  const server = await start({ limits: { projectPerMinute: 1 } })
  for (let sent = 0; sent < 3; sent += 1)
    await post(server, { path: `/api/7/envelope/?sentry_key=${disabledKey}` })
  expect((await post(server)).status).toBe(200)
})
