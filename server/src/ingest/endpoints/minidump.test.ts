import { describe, expect, it } from 'vitest'
import { eventId, key, lastEnvelope, type Listening } from '../testing/listening.ts'
import { formBody } from '../testing/form-body.ts'
import { oneServer } from '../testing/one-server.ts'
import { post, type Reply } from '../testing/post.ts'

const start = oneServer()
const path = `/api/7/minidump/?sentry_key=${key}`
const dump = new File(['MDMP\x93\xa7'], 'crash.dmp')

async function upload(server: Listening, fields: Record<string, string | File>): Promise<Reply> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return post(server, { path, ...(await formBody(form)) })
}

function lastEvent(server: Listening): Record<string, unknown> {
  const event = lastEnvelope(server).items.find(({ headers }) => headers.type === 'event')
  return JSON.parse(event?.text ?? '{}') as Record<string, unknown>
}

it('a dump with files becomes an event with attachments, answered with its id in plain text', async () => {
  const server = await start()
  const log = new File(['log'], 'log.txt')
  const reply = await upload(server, {
    upload_file_minidump: dump,
    some_log: log,
    sentry: JSON.stringify({ event_id: eventId, release: 'app@1' }),
  })
  expect([reply.status, reply.body]).toEqual([200, '01234567-89ab-cdef-0123-456789abcdef'])
  expect(reply.headers['content-type']).toMatch(/^text\/plain/)
  const { headers, items } = lastEnvelope(server)
  expect(headers).toEqual({ event_id: eventId })
  expect(items.map((item) => [item.headers.type, item.headers['attachment_type']])).toEqual([
    ['event', undefined],
    ['attachment', 'event.minidump'],
    ['attachment', 'event.attachment'],
  ])
  expect(lastEvent(server)).toMatchObject({
    event_id: eventId,
    release: 'app@1',
    platform: 'native',
    level: 'fatal',
    exception: { values: [{ type: 'Minidump', mechanism: { handled: false } }] },
  })
})

describe('the event is told', () => {
  it('by fields in brackets, and by others as extra', async () => {
    const server = await start()
    await upload(server, {
      upload_file_minidump: dump,
      sentry: '{"tags":{"a":"1"},"extra":{"kept":true,"b":"own"},"message":"it fell"}',
      'sentry[tags][os]': 'linux',
      'sentry[user][id]': '7',
      'sentry[release]': 'app@2',
      prod: 'Chromium',
      b: 'foreign',
    })
    expect(lastEvent(server)).toEqual({
      platform: 'native',
      level: 'fatal',
      message: 'it fell',
      release: 'app@2',
      tags: { a: '1', os: 'linux' },
      user: { id: '7' },
      extra: { prod: 'Chromium', b: 'own', kept: true },
    })
  })

  it('without harm by names that are none of its own', async () => {
    const server = await start()
    await upload(server, {
      upload_file_minidump: dump,
      sentry: '{"__proto__":{"polluted":1}}',
      'sentry[__proto__][polluted]': '1',
      'sentry[constructor][prototype][polluted]': '1',
      [`sentry${'[a]'.repeat(100)}`]: 'deep',
      __proto__x: '1',
      'sentry[tags]': 'text',
      'sentry[tags][os]': 'linux',
    })
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    const event = lastEvent(server)
    expect(event['tags']).toEqual({ os: 'linux' })
    expect(event['a']).toBeUndefined()
  })
})

it('a body that is nothing but a dump is taken', async () => {
  const server = await start()
  const headers = { 'content-type': 'application/x-dmp' }
  expect((await post(server, { path, headers, chunks: ['MDMP...'] })).status).toBe(200)
  expect(lastEnvelope(server).items).toMatchObject([{}, { text: 'MDMP...' }])
})

it.each<[string, Record<string, string | File>]>([
  ['without a dump', { sentry: '{}' }],
  ['with a text in the place of the dump', { upload_file_minidump: 'MDMP' }],
  ['with an event that is no JSON', { upload_file_minidump: dump, sentry: '{' }],
  ['with an event that is a list', { upload_file_minidump: dump, sentry: '[]' }],
  [
    'with an event that is too deep',
    { upload_file_minidump: dump, sentry: '['.repeat(1_000) + ']'.repeat(1_000) },
  ],
])('a form %s is refused', async (_, fields) => {
  const server = await start()
  const reply = await upload(server, fields)
  expect([reply.status, server.submitted, server.failures]).toEqual([400, [], []])
})
