import { describe, expect, it } from 'vitest'
import { Refusal } from '../refusals/refusal.ts'
import { disabledKey, key, lastEnvelope, otherKey } from '../testing/listening.ts'
import { oneServer } from '../testing/one-server.ts'
import { get, post } from '../testing/post.ts'

const start = oneServer()

it('network error logging is taken in silence and counted', async () => {
  const server = await start()
  const reply = await post(server, {
    path: `/api/7/nel/?sentry_key=${key}`,
    chunks: ['[{"type":"network-error"}]'],
  })
  expect([reply.status, reply.body]).toEqual([200, ''])
  expect(lastEnvelope(server).items).toMatchObject([{ headers: { type: 'nel' }, text: '' }])
})

describe('OpenTelemetry', () => {
  it.each([
    ['otlp/v1/traces', 'span'],
    ['otlp/v1/logs', 'otel_log'],
    ['otlp/v1/metrics', 'trace_metric'],
    ['integration/otlp/v1/traces', 'span'],
  ])('/%s is taken unread and counted as %s', async (address, type) => {
    const server = await start()
    const headers = {
      'content-type': 'application/x-protobuf',
      'content-encoding': 'gzip',
      'x-sentry-auth': `sentry sentry_key=${key}`,
    }
    const reply = await post(server, { path: `/api/7/${address}`, headers, chunks: ['no gzip'] })
    expect(reply).toMatchObject({
      status: 200,
      body: '',
      headers: { 'content-type': 'application/x-protobuf' },
    })
    expect(lastEnvelope(server).items).toMatchObject([{ headers: { type }, text: '' }])
  })

  it('in JSON is answered in JSON', async () => {
    const headers = { 'content-type': 'application/json' }
    const reply = await post(await start(), { path: `/api/7/otlp/v1/logs?sentry_key=${key}`, headers })
    expect(reply).toMatchObject({ status: 200, body: '{}', headers: { 'content-type': 'application/json' } })
  })
})

describe('a check-in', () => {
  it('may be a GET with the key in its path', async () => {
    const server = await start()
    const reply = await get(server, `/api/7/cron/nightly/${key}/?status=ok&environment=live&duration=1.5&x=y`)
    expect([reply.status, reply.body]).toEqual([202, ''])
    const [item] = lastEnvelope(server).items
    expect(item?.headers.type).toBe('check_in')
    expect(JSON.parse(item?.text ?? '')).toEqual({
      monitor_slug: 'nightly',
      status: 'ok',
      environment: 'live',
      duration: '1.5',
    })
  })

  it('may be a POST with JSON, of which the query is the stronger', async () => {
    const server = await start()
    const path = `/api/7/cron/nightly?sentry_key=${key}&status=error`
    const body = '{"status":"ok","duration":2,"monitor_config":{}}'
    expect((await post(server, { path, chunks: [body] })).status).toBe(202)
    const sent: unknown = JSON.parse(lastEnvelope(server).items[0]?.text ?? '')
    expect(sent).toEqual({ monitor_slug: 'nightly', status: 'error', duration: 2 })
  })

  it('is not repeated because we are busy', async () => {
    const server = await start({ digest: () => Promise.reject(new Refusal(429, 'Too many events wait.')) })
    expect((await get(server, `/api/7/cron/nightly/${key}/`)).status).toBe(202)
    expect(server.noted).toMatchObject([{ outcome: 'limited', status: 429 }])
  })

  it.each([
    [`nightly/${disabledKey}`, '', 403],
    [`nightly/${otherKey}`, '', 403],
    ['nightly', '', 401],
    [`nightly/${key}`, 'no JSON', 400],
    [`nightly/${key}`, '[]', 400],
    [`nightly/${key}`, 'x'.repeat(13_000), 413],
  ])('to %s with "%.10s" is refused', async (address, body, status) => {
    const server = await start()
    const reply = await post(server, { path: `/api/7/cron/${address}`, chunks: [body] })
    expect([reply.status, server.submitted]).toEqual([status, []])
  })
})
