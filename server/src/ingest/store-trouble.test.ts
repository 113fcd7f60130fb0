import { expect, it } from 'vitest'
import { key } from './testing/listening.ts'
import { oneServer } from './testing/one-server.ts'
import { post, sendBytes } from './testing/post.ts'

const start = oneServer()
const storeTrouble = 'The disk is full.'

it('while nothing can be stored, a client hears why and when to come again, before its body is read', async () => {
  const server = await start({ storeTrouble })
  const head = `POST /api/7/envelope/?sentry_key=${key} HTTP/1.1\r\nHost: x\r\nContent-Length: 9000\r\n\r\n`
  const said = await sendBytes(server, head, /\{.*\}/)
  expect(said).toMatch(/^HTTP\/1\.1 503 /)
  expect(said).toMatch(/retry-after: [1-9]/i)
  expect(said).toContain(`{"detail":"${storeTrouble}"}`)
  expect(server.submitted).toEqual([])
})

it('a key that nobody has is told that first', async () => {
  const server = await start({ storeTrouble })
  expect((await post(server, { path: `/api/7/envelope/?sentry_key=${'0'.repeat(32)}` })).status).toBe(403)
})

it('it takes nothing from the limits', async () => {
  const server = await start({ storeTrouble, limits: { keyPerMinute: 1 } })
  expect((await post(server)).status).toBe(503)
  expect((await post(server)).status).toBe(503)
})
