import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { key, otherKey } from '../testing/listening.ts'
import { oneServer } from '../testing/one-server.ts'
import { post } from '../testing/post.ts'

const start = oneServer()
const dsn = `https://${key}@another.example.com/7`
const envelope = `{"dsn":"${dsn}"}\n{"type":"event"}\n{}\n`

describe('the tunnel', () => {
  it('reads from the envelope whose it is, whatever the host, and hands the body on as it came', async () => {
    const server = await start()
    const headers = { authorization: 'Basic YWRtaW46c2VjcmV0', cookie: 'session=x' }
    expect((await post(server, { path: '/api/tunnel/', headers, chunks: [envelope] })).status).toBe(200)
    expect(server.submitted).toMatchObject([{ projectId: 7, publicKey: key, form: 'envelope' }])
    expect(Buffer.from(server.submitted[0]?.body ?? []).toString()).toBe(envelope)
  })

  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['deflate', deflateRawSync],
    ['br', brotliCompressSync],
  ])('reads it from %s too', async (encoding, compress) => {
    const server = await start()
    const body = compress(envelope)
    const headers = { 'content-encoding': encoding }
    expect((await post(server, { path: '/api/tunnel', headers, chunks: [body] })).status).toBe(200)
    expect(server.submitted).toMatchObject([{ projectId: 7, encoding }])
    expect(Buffer.from(server.submitted[0]?.body ?? [])).toEqual(body)
  })

  it('takes no key but that of the envelope', async () => {
    const server = await start()
    const path = `/api/tunnel/?sentry_key=${otherKey}`
    expect((await post(server, { path, chunks: ['{}\n'] })).status).toBe(401)
    expect((await post(server, { path, chunks: [envelope] })).status).toBe(200)
    expect(server.submitted).toMatchObject([{ publicKey: key }])
  })

  it.each([
    ['a DSN of another project', `{"dsn":"${dsn.replace('/7', '/8')}"}`, 403],
    ['a key that nobody has', `{"dsn":"${dsn.replace(key, 'f'.repeat(32))}"}`, 403],
    ['no DSN', '{}', 401],
    ['a DSN that is none', '{"dsn":"x"}', 401],
    ['a DSN that is no text', '{"dsn":{}}', 401],
    ['no envelope', 'x', 401],
    ['nothing', '', 401],
  ])('refuses %s', async (_, body, status) => {
    const server = await start()
    expect((await post(server, { path: '/api/tunnel/', chunks: [body] })).status).toBe(status)
    expect([server.submitted, server.failures]).toEqual([[], []])
  })

  it.each(['gzip', 'br', 'deflate', 'zstd'])('refuses what is no %s', async (encoding) => {
    const server = await start()
    const headers = { 'content-encoding': encoding }
    expect((await post(server, { path: '/api/tunnel/', headers, chunks: ['not'] })).status).toBe(400)
    expect(server.failures).toEqual([])
  })
})

describe('the address of a project', () => {
  const path = '/api/7/envelope/'

  it('reads the key from the envelope where the request has none', async () => {
    const server = await start()
    expect((await post(server, { path, chunks: [envelope] })).status).toBe(200)
    expect(server.submitted).toMatchObject([{ projectId: 7, publicKey: key }])
  })

  it('believes the request, not the envelope, where both have one', async () => {
    const server = await start()
    const other = envelope.replace(key, otherKey)
    expect((await post(server, { path: `${path}?sentry_key=${key}`, chunks: [other] })).status).toBe(200)
    expect((await post(server, { path: `${path}?sentry_key=${otherKey}`, chunks: [envelope] })).status).toBe(
      403,
    )
  })

  it('wants an envelope of that project', async () => {
    const server = await start()
    expect((await post(server, { path: '/api/8/envelope/', chunks: [envelope] })).status).toBe(403)
    expect(server.noted).toMatchObject([{ projectId: 7, key: 'known', publicKey: key }])
  })
})
