import { createServer, request as send, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import type { Answer, Arrival } from './arrival.ts'
import { buildListener } from './listener.ts'
import { Refusal } from './refusal.ts'

type Submitted = Omit<Arrival, 'kind' | 'id'>

interface Setting {
  digest?: (arrival: Submitted) => Promise<Answer>
  trustedProxies?: number
}

const stored: Answer = { status: 200, body: { id: 'ab'.repeat(16) } }
const wireBytes = 100
let stop: () => void = () => undefined

afterEach(() => stop())

async function listening({ digest, trustedProxies = 0 }: Setting = {}) {
  const submitted: Submitted[] = []
  const failures: unknown[] = []
  const listener = buildListener({
    app: (_, response) => response.end('app'),
    trustedProxies,
    wireBytes,
    now: () => 1_000,
    logFailure: (error) => failures.push(error),
    findKey: async (key) =>
      key === 'off'
        ? { projectId: 7, status: 'disabled' }
        : key === 'on'
          ? { projectId: 7, status: 'active' }
          : undefined,
    digest: async (arrival) => {
      submitted.push(arrival)
      return digest?.(arrival) ?? stored
    },
  })
  const server = createServer(listener)
  stop = () => server.close()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { submitted, failures, port: (server.address() as AddressInfo).port }
}

interface Reply {
  status: number | undefined
  headers: IncomingHttpHeaders
  body: string
}

interface Post {
  port: number
  path?: string
  method?: string
  headers?: Record<string, string>
  /** Sent one by one, without a content-length. */
  chunks?: string[]
}

function post({
  port,
  path = '/api/7/envelope/?sentry_key=on',
  method = 'POST',
  headers = {},
  chunks = ['{}'],
}: Post) {
  return new Promise<Reply>((resolve, reject) => {
    const sending = send({ port, host: '127.0.0.1', path, method, headers, agent: false }, (response) => {
      let body = ''
      response.on('data', (chunk) => (body += String(chunk)))
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body }))
    })
    sending.on('error', reject)
    for (const chunk of chunks) sending.write(chunk)
    sending.end()
  })
}

describe('an ingest request', () => {
  it('is handed over whole, whatever its chunks and its content type, and answered with what comes of it', async () => {
    const { port, submitted } = await listening()
    const headers = {
      'content-type': 'text/plain;charset=UTF-8',
      'content-encoding': '',
      'x-sentry-auth': 'Sentry sentry_key=on,sentry_client=raven/1',
    }
    const reply = await post({ port, path: '/api/7/envelope/', headers, chunks: ['{"a"', ':1}\n'] })
    expect(reply).toMatchObject({ status: 200, body: JSON.stringify(stored.body) })
    expect(submitted).toMatchObject([
      {
        projectId: 7,
        encoding: 'identity',
        receivedAtMs: 1_000,
        clientIp: '127.0.0.1',
        clientName: 'raven/1',
      },
    ])
    expect(Buffer.from(submitted[0]?.body ?? []).toString()).toBe('{"a":1}\n')
    expect(submitted[0]?.fallbackEventId).toMatch(/^[0-9a-f]{32}$/)
  })

  it.each<[string, Partial<Post>, number]>([
    ['without a key', { path: '/api/7/envelope/' }, 401],
    ['with a key that nobody has', { path: '/api/7/envelope/?sentry_key=none' }, 403],
    ['with the key of another project', { path: '/api/8/envelope/?sentry_key=on' }, 403],
    ['with a disabled key', { path: '/api/7/envelope/?sentry_key=off' }, 403],
    ['that is no POST', { method: 'PUT' }, 405],
    ['in an unknown encoding', { headers: { 'content-encoding': 'compress' } }, 415],
    ['that announces too much', { headers: { 'content-length': '101' }, chunks: ['x'.repeat(101)] }, 413],
    ['that brings too much unannounced', { chunks: ['x'.repeat(60), 'x'.repeat(41)] }, 413],
  ])('%s is refused, in words that a browser may read', async (_, sent, status) => {
    const { port, submitted, failures } = await listening()
    const reply = await post({ port, ...sent })
    expect(reply.status).toBe(status)
    expect(JSON.parse(reply.body)).toEqual({ detail: reply.headers['x-sentry-error'] })
    expect(reply.headers).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-expose-headers': expect.stringContaining('retry-after'),
    })
    expect([submitted, failures]).toEqual([[], []])
  })

  it('of just the limit is taken', async () => {
    const { port } = await listening()
    expect((await post({ port, chunks: ['x'.repeat(wireBytes)] })).status).toBe(200)
  })

  it('that is limited gets an empty body and both headers that say when to come back', async () => {
    const { port } = await listening({
      digest: () => Promise.reject(new Refusal(429, 'Too many events wait.')),
    })
    const { status, body, headers } = await post({ port })
    expect([status, body]).toEqual([429, ''])
    expect(headers).toMatchObject({
      'retry-after': '5',
      'x-sentry-rate-limits': '5::organization:queue_full',
    })
  })

  it('that fails for a reason of ours may be sent again, and the reason is logged, not told', async () => {
    const error = new Error('secret')
    const { port, failures } = await listening({ digest: () => Promise.reject(error) })
    const { status, body, headers } = await post({ port })
    expect([status, headers['retry-after'], failures]).toEqual([503, '5', [error]])
    expect(body).not.toContain('secret')
  })

  it('is preceded by a preflight that allows the headers of every SDK', async () => {
    const { port } = await listening()
    const { status, headers } = await post({ port, method: 'OPTIONS', chunks: [] })
    expect(status).toBe(204)
    expect(headers['access-control-allow-headers']).toContain('x-sentry-auth')
  })

  it.each([
    [0, '127.0.0.1'],
    [1, '10.0.0.2'],
    [2, '198.51.100.1'],
    [3, '127.0.0.1'],
  ])('behind %i proxies comes from %s', async (trustedProxies, ip) => {
    const { port, submitted } = await listening({ trustedProxies })
    await post({ port, headers: { 'x-forwarded-for': '198.51.100.1, ::ffff:10.0.0.2' } })
    expect(submitted[0]?.clientIp).toBe(ip)
  })
})

it('everything that is not ingest goes to the app', async () => {
  const { port } = await listening()
  expect((await post({ port, path: '/api/v1/issues' })).body).toBe('app')
})
