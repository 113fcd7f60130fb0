import { describe, expect, it } from 'vitest'
import { key } from './testing/listening.ts'
import { oneServer } from './testing/one-server.ts'
import { post, sendBytes } from './testing/post.ts'
import { Refusal } from './refusals/refusal.ts'

const start = oneServer()

describe('a body for which there is no room', () => {
  function roomFor(most: number) {
    const asked: number[] = []
    const makeRoom = (bytes: number): void => {
      asked.push(bytes)
      if (bytes > most) throw new Refusal(429, 'Too many events wait.')
    }
    return { asked, makeRoom }
  }

  it('is refused at its announcement', async () => {
    const server = await start({ makeRoom: roomFor(5_000).makeRoom })
    const head = `POST /api/7/envelope/?sentry_key=${key} HTTP/1.1\r\nHost: x\r\nContent-Length: 6000\r\n\r\n`
    expect(await sendBytes(server, head, /\r\n\r\n/)).toMatch(/^HTTP\/1\.1 429 /)
  })

  it('is refused where that shows, without an announcement', async () => {
    const { asked, makeRoom } = roomFor(5_000)
    const server = await start({ makeRoom })
    const reply = await post(server, { chunks: Array<string>(3).fill('x'.repeat(3_000)) })
    expect([reply.status, reply.headers['x-sentry-rate-limits']]).toEqual([429, '5::organization:queue_full'])
    expect(Math.max(...asked)).toBeGreaterThan(5_000)
  })
})

it('of a body whose sender nobody knows yet only the beginning is read', async () => {
  const asked: number[] = []
  const server = await start({ makeRoom: (bytes) => void asked.push(bytes) })
  const head = 'POST /api/tunnel/ HTTP/1.1\r\nHost: x\r\nContent-Length: 11000\r\n\r\n'
  const said = await sendBytes(server, [head, 'x'.repeat(8_500)], /\r\n\r\n/)
  expect(said).toMatch(/^HTTP\/1\.1 401 /)
  expect(asked).not.toContain(11_000)
})

it('a body in many small chunks is read whole', async () => {
  const server = await start()
  const chunks = Array.from({ length: 500 }, (_, index) => `${index},`)
  expect((await post(server, { chunks })).status).toBe(200)
  expect(Buffer.from(server.submitted[0]?.body ?? []).toString()).toBe(chunks.join(''))
})
