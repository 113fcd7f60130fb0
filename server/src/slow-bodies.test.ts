import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { connect, type Socket } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { closeSlowBodies } from './slow-bodies.ts'

const readsAll: RequestListener = (request, response) => {
  request.on('error', () => undefined)
  request.resume()
  request.once('end', () => response.end('whole'))
}

/** A server that wants ten bytes a second, a client that has sent its head, and what that is told in the end. */
async function sending(listener: RequestListener, head: string) {
  const server = createServer(listener)
  const pass = closeSlowBodies(server, 10)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => server.close().closeAllConnections())
  const client = connect((server.address() as AddressInfo).port, '127.0.0.1')
  const arrived = once(server, 'request')
  client.write(`POST / HTTP/1.1\r\nHost: x\r\n${head}\r\n\r\n`)
  const told = untilClosed(client)
  const [request] = (await arrived) as Parameters<RequestListener>
  const passSeconds = (seconds: number): void => {
    for (let passed = 0; passed < seconds; passed += 1) pass()
  }
  const send = async (bytes: number): Promise<void> => {
    const before = request.socket.bytesRead
    client.write('x'.repeat(bytes))
    while (request.socket.bytesRead < before + bytes) await new Promise(setImmediate)
  }
  return { passSeconds, send, told, client }
}

async function untilClosed(client: Socket): Promise<string> {
  let said = ''
  client.on('data', (chunk: Buffer) => {
    said += chunk.toString()
    if (said.endsWith('whole')) client.destroy()
  })
  client.on('error', () => undefined)
  await once(client, 'close')
  return said
}

it('a body that trickles is told that its time is over, at its tenth second', async () => {
  const { passSeconds, send, told, client } = await sending(readsAll, 'Content-Length: 1000')
  await send(99)
  passSeconds(9)
  expect(client.closed).toBe(false)
  passSeconds(1)
  expect(await told).toMatch(/^HTTP\/1\.1 408 /)
})

it('one that comes fast enough is read to its end', async () => {
  const { passSeconds, send, told } = await sending(readsAll, 'Content-Length: 120')
  await send(110)
  passSeconds(11)
  await send(10)
  expect(await told).toMatch(/whole$/)
})

it('one that slows down later is closed when it is behind', async () => {
  const { passSeconds, send, told } = await sending(readsAll, 'Content-Length: 1000')
  await send(200)
  passSeconds(20)
  passSeconds(1)
  expect(await told).toMatch(/^HTTP\/1\.1 408 /)
})

it('one that is there and that nobody has read is not to blame', async () => {
  let read = (): void => undefined
  const waits: RequestListener = (request, response) => (read = () => readsAll(request, response))
  const { passSeconds, send, told } = await sending(waits, 'Content-Length: 60')
  await send(30)
  passSeconds(30)
  read()
  await send(30)
  expect(await told).toMatch(/whole$/)
})

it('a client that was answered is cut off without a second answer', async () => {
  const answers: RequestListener = (request, response) => {
    response.writeHead(429, { 'Content-Length': '0' }).end()
    request.resume()
  }
  const { passSeconds, told } = await sending(answers, 'Content-Length: 1000')
  passSeconds(10)
  expect((await told).match(/HTTP/g)).toHaveLength(1)
})
