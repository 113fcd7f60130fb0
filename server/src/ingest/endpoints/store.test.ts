import { expect, it } from 'vitest'
import { key, otherKey } from '../testing/listening.ts'
import { oneServer } from '../testing/one-server.ts'
import { get, post } from '../testing/post.ts'

const start = oneServer()
const path = `/api/7/store/?sentry_key=${key}`

it.each(['{"message":"x"}', 'eyJtZXNzYWdlIjoieCJ9', 'sentry_data=%7B%7D'])(
  'a body is handed on as it came: %s',
  async (body) => {
    const { submitted, ...server } = await start()
    const reply = await post(server, { path, chunks: [body], headers: { 'content-encoding': 'gzip' } })
    expect(reply).toMatchObject({ status: 200, headers: { 'content-type': 'application/json' } })
    expect(submitted).toMatchObject([{ form: 'store', projectId: 7, encoding: 'gzip' }])
    expect(Buffer.from(submitted[0]?.body ?? []).toString()).toBe(body)
  },
)

it('a body that its content type calls an envelope is one', async () => {
  const server = await start()
  await post(server, { path, headers: { 'content-type': 'application/x-sentry-envelope' } })
  expect(server.submitted).toMatchObject([{ form: 'envelope' }])
})

it('an event in the query is answered with an image', async () => {
  const server = await start()
  const reply = await get(server, `${path}&sentry_data=${encodeURIComponent('{"message":"a b"}')}`)
  expect(reply).toMatchObject({ status: 200, headers: { 'content-type': 'image/gif' } })
  expect(reply.body.startsWith('GIF89a\x01\0\x01\0')).toBe(true)
  expect(server.submitted).toMatchObject([{ form: 'store' }])
  expect(Buffer.from(server.submitted[0]?.body ?? []).toString()).toBe('{"message":"a b"}')
})

it('the pluses of base64 in a query are none of a form', async () => {
  const server = await start()
  await get(server, `${path}&sentry_data=ab+cd/+=`)
  expect(Buffer.from(server.submitted[0]?.body ?? []).toString()).toBe('ab+cd/+=')
})

it('without a project in the path the key says whose it is', async () => {
  const server = await start()
  const headers = { 'x-sentry-auth': `Sentry sentry_version=4, sentry_key=${otherKey}` }
  expect((await post(server, { path: '/api/store/', headers })).status).toBe(200)
  expect(server.submitted).toMatchObject([{ projectId: 8, publicKey: otherKey, form: 'store' }])
  expect((await post(server, { path: '/api/store' })).status).toBe(401)
})
