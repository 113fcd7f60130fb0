import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { disabledKey, key } from './testing/listening.ts'
import { oneServer } from './testing/one-server.ts'
import { post, type Post } from './testing/post.ts'

const start = oneServer()
const event = (bytes: number) => `{}\n{"type":"event","length":${bytes}}\n${'x'.repeat(bytes)}`
const random = Array.from({ length: 12_000 }, (_, at) => Math.trunc(Math.sin(at) * 1e6).toString(36)).join('')

async function categoriesOf(sent: Post): Promise<unknown[]> {
  const server = await start({ limits: { keyPerMinute: 1 } })
  await post(server)
  expect((await post(server, sent)).status).toBe(429)
  return server.noted.map(({ category }) => category)
}

describe('what a used-up limit refuses unread is counted as what it is', () => {
  it.each<[string, Post, string]>([
    ['of announced length', { headers: { 'content-length': '9031' }, chunks: [event(9_000)] }, 'error'],
    ['in chunks', { chunks: [event(9_000)] }, 'error'],
    [
      'in gzip',
      { headers: { 'content-encoding': 'gzip' }, chunks: [gzipSync(`{}\n{"type":"feedback"}\n${random}`)] },
      'feedback',
    ],
    ['of a kind that nobody can tell', { chunks: ['x'.repeat(9_000)] }, 'default'],
    ['to an address for events', { path: `/api/7/store/?sentry_key=${key}` }, 'error'],
    ['to an address for files', { path: `/api/7/events/x/attachments/?sentry_key=${key}` }, 'attachment'],
  ])('%s', async (_, sent, category) => {
    expect(await categoriesOf(sent)).toEqual([category])
  })
})

it('the same holds for what is too large, and for a key that is disabled', async () => {
  const server = await start()
  await post(server, { chunks: [event(20_000)] })
  await post(server, { path: `/api/7/envelope/?sentry_key=${disabledKey}`, chunks: [event(10)] })
  expect(server.noted).toMatchObject([
    { category: 'error', status: 413 },
    { category: 'error', status: 403 },
  ])
})

it('what goes to no address of a project is told to its people', async () => {
  const server = await start()
  const sent = await post(server, { path: `/api/7/envelop/?sentry_key=${key}`, chunks: [event(10)] })
  expect(sent.status).toBe(404)
  await post(server, { path: '/api/7/envelop/', headers: { 'x-sentry-auth': '' }, chunks: [event(10)] })
  expect(server.noted).toMatchObject([
    { status: 404, key: 'known' },
    { status: 404, key: 'unknown' },
  ])
})

it('of who has no key nothing is looked at', async () => {
  const server = await start()
  await post(server, { path: `/api/7/envelope/?sentry_key=${'0'.repeat(32)}`, chunks: [event(10)] })
  expect(server.noted).toMatchObject([{ category: 'default', key: 'unknown' }])
})

it('what is refused in a flood is not noted one by one', async () => {
  const server = await start({ limits: { keyPerMinute: 1 }, isFlooded: true })
  await post(server)
  expect((await post(server, { chunks: [event(9_000)] })).status).toBe(429)
  expect(server.noted).toEqual([])
  await post(server, { path: `/api/7/envelope/?sentry_key=${'0'.repeat(32)}`, chunks: [event(10)] })
  expect(server.noted).toHaveLength(1)
})
