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
