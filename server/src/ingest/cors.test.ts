import { describe, expect, it } from 'vitest'
import { Refusal } from './refusals/refusal.ts'
import { disabledKey, eventId, key } from './testing/listening.ts'
import { oneServer } from './testing/one-server.ts'
import { post, type Post } from './testing/post.ts'

const start = oneServer()
const dsn = `http://${key}@localhost/7`

const addresses: [path: string, methods: string][] = [
  ['/api/7/envelope/', 'POST, OPTIONS'],
  ['/api/7/store/', 'GET, POST, OPTIONS'],
  ['/api/store/', 'GET, POST, OPTIONS'],
  ['/api/7/security/', 'POST, OPTIONS'],
  ['/api/7/csp-report/', 'POST, OPTIONS'],
  [`/api/7/events/${eventId}/attachments/`, 'POST, OPTIONS'],
  ['/api/7/minidump/', 'POST, OPTIONS'],
  ['/api/7/nel/', 'POST, OPTIONS'],
  ['/api/7/cron/nightly/', 'GET, POST, OPTIONS'],
  ['/api/7/otlp/v1/traces/', 'POST, OPTIONS'],
  ['/api/tunnel/', 'POST, OPTIONS'],
  ['/api/embed/error-page/', 'GET, POST, OPTIONS'],
  ['/api/0/projects/a/b/user-feedback/', 'POST, OPTIONS'],
]

it.each(addresses)(
  '%s answers a preflight without a key, and allows the headers of every SDK',
  async (path, methods) => {
    const { status, headers, body } = await post(await start(), { path, method: 'OPTIONS', chunks: [] })
    expect([status, body]).toEqual([204, ''])
    expect(headers).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': methods,
      'access-control-max-age': '3600',
    })
    const allowed = headers['access-control-allow-headers']?.split(', ') ?? []
    expect(allowed).toEqual(
      expect.arrayContaining([
        'x-sentry-auth',
        'content-type',
        'content-encoding',
        'authorization',
        'sentry-trace',
        'baggage',
      ]),
    )
  },
)

describe('browsers may read', () => {
  it.each<[string, Post, number]>([
    ['an acceptance', {}, 200],
    ['an empty acceptance', { path: `/api/7/security/?sentry_key=${key}` }, 200],
    ['a check-in', { path: `/api/7/cron/nightly/?sentry_key=${key}` }, 202],
    [
      'the image of an old client',
      { path: `/api/7/store/?sentry_key=${key}&sentry_data=e30`, method: 'GET', chunks: [] },
      200,
    ],
    [
      'the script of the dialog',
      { path: `/api/embed/error-page/?dsn=${dsn}&eventId=${eventId}`, method: 'GET', chunks: [] },
      200,
    ],
    ['a dialog without a DSN', { path: '/api/embed/error-page/', method: 'GET', chunks: [] }, 404],
    ['a form with errors', { path: `/api/embed/error-page/?dsn=${dsn}&eventId=${eventId}` }, 400],
    ['a malformed form', { path: `/api/7/minidump/?sentry_key=${key}` }, 400],
    ['a request without a key', { path: '/api/7/envelope/' }, 401],
    ['a disabled key', { path: `/api/7/envelope/?sentry_key=${disabledKey}` }, 403],
    ['a wrong method', { method: 'PATCH' }, 405],
    ['too much', { chunks: ['x'.repeat(13_000)] }, 413],
    ['an unknown encoding', { headers: { 'content-encoding': 'compress' } }, 415],
  ])('%s', async (_, sent, status) => {
    const reply = await post(await start(), sent)
    expect(reply.status).toBe(status)
    expectReadable(reply.headers)
  })

  it.each([429, 503] as const)('a refusal of the digest with %i', async (status) => {
    const server = await start({ digest: () => Promise.reject(new Refusal(status, 'No.')) })
    const reply = await post(server)
    expect(reply.status).toBe(status)
    expectReadable(reply.headers)
  })

  it.each([400, 413, 503] as const)(
    'an answer %i of the digest, at an address with a reply of its own too',
    async (status) => {
      const server = await start({ digest: async () => ({ status, body: { detail: 'No.' } }) })
      for (const path of ['envelope', 'security', 'store', 'cron/nightly']) {
        const reply = await post(server, { path: `/api/7/${path}/?sentry_key=${key}` })
        expect([reply.status, reply.body], path).toEqual([status, '{"detail":"No."}'])
        expectReadable(reply.headers)
      }
    },
  )
})

function expectReadable(headers: Record<string, unknown>): void {
  expect(headers).toMatchObject({
    'access-control-allow-origin': '*',
    'access-control-expose-headers': 'x-sentry-error, x-sentry-rate-limits, x-sentry-context, retry-after',
    'cross-origin-resource-policy': 'cross-origin',
  })
}
