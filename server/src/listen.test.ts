import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import type { Limits } from './config/config.ts'
import { readConfig } from './config/config.ts'
import { listen, portOf, stopListening } from './listen.ts'

async function listening(limits: Partial<Limits>): Promise<number> {
  const server = await listen((_request, response) => response.end('here'), 0, {
    ...readConfig({}).limits,
    ...limits,
  })
  onTestFinished(() => stopListening(server, 0))
  return portOf(server)
}

async function connected(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1')
  onTestFinished(() => void socket.destroy())
  // The refused one may be reset.
  socket.on('error', () => {})
  await once(socket, 'connect')
  return socket
}

/** What the server says, or '' when it hangs up. */
async function ask(socket: Socket): Promise<string> {
  let said = ''
  socket.on('data', (chunk: Buffer) => (said += chunk.toString()))
  socket.write('GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n')
  if (!socket.closed) await once(socket, 'close')
  return said
}

it('one address has no more connections than it may, and room again when one ends', async () => {
  const port = await listening({ socketsPerAddress: 2 })
  const first = await connected(port)
  const second = await connected(port)
  expect(await ask(await connected(port))).toBe('')
  expect(await ask(first)).toContain('here')
  expect(await ask(await connected(port))).toContain('here')
  expect(await ask(second)).toContain('here')
})

it('without a limit for an address it has as many as there are', async () => {
  const port = await listening({ socketsPerAddress: 0 })
  const sockets = await Promise.all(Array.from({ length: 5 }, () => connected(port)))
  expect(await Promise.all(sockets.map(ask))).toEqual(Array(5).fill(expect.stringContaining('here')))
})

/** Answers the first request when it is told to, and the others at once. */
async function holdingFirst() {
  let answer: () => void = () => {}
  let tellAsked: () => void = () => {}
  const asked = new Promise<void>((resolve) => (tellAsked = resolve))
  let requests = 0
  const limits = { ...readConfig({}).limits, keepAliveTimeoutMs: 600_000 }
  const server = await listen(
    (_request, response) => {
      requests += 1
      const text = `answer ${requests}`
      if (requests > 1) response.end(text)
      else answer = () => void response.end(text)
      tellAsked()
    },
    0,
    limits,
  )
  return { port: portOf(server), asked, answer: () => answer(), stop: () => stopListening(server, 600_000) }
}

it('when it stops, what is under way is answered and its connection closed', async () => {
  const { port, asked, answer, stop } = await holdingFirst()
  const socket = await connected(port)
  let said = ''
  socket.on('data', (chunk: Buffer) => (said += chunk.toString()))
  socket.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n')
  await asked
  const stopped = stop()
  answer()
  await stopped
  if (!socket.closed) await once(socket, 'close')
  expect(said).toContain('answer 1')
})

it('when it stops, a client that goes on sending on its connection is told to close it', async () => {
  const { port, asked, answer, stop } = await holdingFirst()
  const socket = await connected(port)
  let said = ''
  socket.on('data', (chunk: Buffer) => (said += chunk.toString()))
  // The second request has begun already: its connection is not idle between the two.
  socket.write('GET / HTTP/1.1\r\nHost: a\r\n\r\nGET / HTTP/1.1\r\n')
  await asked
  const stopped = stop()
  answer()
  await once(socket, 'data')
  socket.write('Host: a\r\n\r\n')
  await stopped
  if (!socket.closed) await once(socket, 'close')
  expect(said).toMatch(/answer 1[^]*Connection: close[^]*answer 2/)
})
