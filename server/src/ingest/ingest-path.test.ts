import { expect, it } from 'vitest'
import { parseIngestPath } from './ingest-path.ts'

const addresses = [
  ['/api/42/envelope/', 'envelope', {}],
  ['/api/42/store/', 'store', {}],
  ['/api/42/security/', 'security', {}],
  ['/api/42/csp-report/', 'security', {}],
  ['/api/42/events/abc/attachments/', 'attachments', { eventId: 'abc' }],
  ['/api/42/minidump/', 'minidump', {}],
  ['/api/42/nel/', 'nel', {}],
  ['/api/42/cron/nightly/', 'cron', { slug: 'nightly' }],
  ['/api/42/cron/nightly/abc/', 'cron', { slug: 'nightly', key: 'abc' }],
  ['/api/42/otlp/v1/traces/', 'otlp', { signal: 'traces' }],
  ['/api/42/otlp/v1/logs/', 'otlp', { signal: 'logs' }],
  ['/api/42/otlp/v1/metrics/', 'otlp', { signal: 'metrics' }],
  ['/api/42/integration/otlp/v1/traces/', 'otlp', { signal: 'traces' }],
] as const

it.each(addresses)('%s is ingest, without and with more slashes too', (url, endpoint, params) => {
  const forms = [url, url.slice(0, -1), url.replaceAll('/', '//'), `${url}?sentry_key=abc`]
  for (const form of forms)
    expect(parseIngestPath(form), form).toMatchObject({ projectId: 42, endpoint, params })
})

it.each([
  ['/api/store/', 'store'],
  ['/api/tunnel/', 'tunnel'],
  ['/api/embed/error-page/', 'error-page'],
  ['/api/0/projects/my-org/my-project/user-feedback/', 'user-feedback'],
  ['/api/0/projects/my-org/my-project/user-reports/', 'user-feedback'],
])('%s names no project', (url, endpoint) => {
  for (const form of [url, url.slice(0, -1), url.replaceAll('/', '//')])
    expect(parseIngestPath(form), form).toMatchObject({ projectId: undefined, endpoint })
})

it.each([
  '/api/v1/issues',
  '/api/x/envelope/',
  '/api/0/projects/my-org/my-project/issues/',
  '/api/1234567890123456/envelope/',
  '/',
  '/api/0x2a/envelope/',
  '/envelope',
  '/x/api/42/envelope/',
])('%s is not ingest', (url) => {
  expect(parseIngestPath(url)).toBeUndefined()
})

it.each(['envelope/more', 'cron/', 'cron/a/b/c', 'otlp/v1/profiles', 'unreal/abc/'])(
  '%s is of a project, but no address',
  (rest) => {
    expect(parseIngestPath(`/api/42/${rest}`)).toMatchObject({
      endpoint: 'unknown',
      projectId: 42,
      params: { rest: rest.replace(/\/$/, '') },
    })
  },
)

it('hands the query on', () => {
  expect(parseIngestPath('/api/1/envelope/?sentry_key=a%20b')?.query.get('sentry_key')).toBe('a b')
})
