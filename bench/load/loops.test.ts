import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { makeEnvelopes } from './envelopes.ts'
import type { Target } from './lanes.ts'
import { sendAtRate } from './open-loop.ts'
import { saturate } from './saturate.ts'

const envelopes = makeEnvelopes('browser', 40)
const project = { id: 7, key: 'ab'.repeat(16) }

async function serve(handle: RequestListener): Promise<Target> {
  const server = createServer(handle).listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, project, kind: 'browser' }
}

/** Answers in turn with these; 0 ends the connection instead. */
async function answering(...statuses: number[]): Promise<Target> {
  let seen = 0
  return serve((request, response) => {
    const status = statuses[seen++ % statuses.length] ?? 200
    request.resume().on('end', () => {
      if (status === 0) request.socket.destroy()
      else response.writeHead(status, { 'content-length': 2 }).end('{}')
    })
  })
}

it('sends each envelope once, with the key, to the address of the project', async () => {
  const bodies: string[] = []
  const heads = new Set<string>()
  const target = await serve((request, response) => {
    const chunks: Buffer[] = []
    heads.add(`${request.url ?? ''} ${String(request.headers['x-sentry-auth'])}`)
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      bodies.push(Buffer.concat(chunks).toString())
      response.end('{}')
    })
  })
  const { sent, acked, ackedIds } = await saturate(target, envelopes, { connections: 3 })
  expect([sent, acked]).toEqual([40, 40])
  expect(bodies.toSorted()).toEqual(envelopes.map(({ body }) => body.toString()).toSorted())
  expect(ackedIds.toSorted()).toEqual(envelopes.map(({ eventId }) => eventId).toSorted())
  expect([...heads]).toEqual([expect.stringMatching(`^/api/7/envelope/ Sentry .*sentry_key=${project.key}$`)])
})

it.each([
  ['one after the other', (target: Target) => saturate(target, envelopes, { connections: 1 })],
  ['at a rate', (target: Target) => sendAtRate(target, envelopes, { perSecond: 2_000 })],
])('%s: tells what was acknowledged, refused and left without an answer', async (_, send) => {
  const target = await answering(200, 429, 0, 503)
  const { sent, acked, statuses, unanswered, ackedIds } = await send(target)
  expect([sent, acked, unanswered, ackedIds.length]).toEqual([40, 10, 10, 10])
  expect(statuses).toEqual({ 200: 10, 429: 10, 503: 10 })
})

it('tells of each acknowledgement when it comes', async () => {
  const heard: string[] = []
  const onAck = (eventId: string): void => void heard.push(eventId)
  const { ackedIds } = await saturate(await answering(200, 500), envelopes, { connections: 2, onAck })
  expect(heard).toEqual(ackedIds)
  expect(heard).toHaveLength(20)
})

it('ends when it is told to, with what was acknowledged until then', async () => {
  const stop = new AbortController()
  const onAck = (): void => stop.abort()
  const { sent, acked } = await saturate(await answering(200), envelopes, {
    connections: 1,
    onAck,
    signal: stop.signal,
  })
  expect([sent, acked]).toEqual([1, 1])
})

it('ends where nobody listens', async () => {
  const target = { url: 'http://127.0.0.1:1', project, kind: 'browser' } as const
  const { sent, acked, unanswered } = await saturate(target, envelopes, { connections: 2 })
  expect([sent, acked, unanswered]).toEqual([2, 0, 2])
})
