import { describe, expect, it } from 'vitest'
import { disabledKey, key } from './testing/listening.ts'
import { oneServer } from './testing/one-server.ts'
import { get, post, sendBytes } from './testing/post.ts'

const start = oneServer()

describe('a key that sent what it may in a minute', () => {
  it('gets a 429 with an empty body and what is limited, in at least three parts', async () => {
    const server = await start({ limits: { keyPerMinute: 1 } })
    expect((await post(server)).status).toBe(200)
    const { status, body, headers } = await post(server)
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
    const head = `POST /api/7/envelope/?sentry_key=${key} HTTP/1.1\r\nHost: x\r\nContent-Length: 3000\r\n\r\n`
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
    const tunnel = await post(server, { path: '/api/tunnel/', chunks: [`{"dsn":"http://${key}@x/7"}`] })
    expect(tunnel.status).toBe(429)
  })

  it('may send on what is only counted', async () => {
    const server = await start({ limits: { projectPerMinute: 1 } })
    await post(server)
    expect((await post(server, { path: `/api/7/nel/?sentry_key=${key}` })).status).toBe(200)
    expect((await post(server, { path: `/api/7/otlp/v1/logs?sentry_key=${key}` })).status).toBe(200)
    expect((await get(server, `/api/7/cron/nightly/${key}/`)).status).toBe(202)
  })
})

it('what only is counted takes nothing from what may be kept', async () => {
  const server = await start({ limits: { keyPerMinute: 1, projectPerMonth: 1 } })
  for (let sent = 0; sent < 3; sent += 1) await post(server, { path: `/api/7/nel/?sentry_key=${key}` })
  expect((await post(server)).status).toBe(200)
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
