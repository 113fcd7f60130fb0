import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { endAfterRequest } from './end-after-request.ts'
import { sendBytes } from './testing/post.ts'

let server: Server
let readBytes: number
/** Whether the reply was ended before the rest of the request was read. */
let endedAtOnce: boolean[]

beforeEach(async () => {
  readBytes = 0
  endedAtOnce = []
  server = createServer((request, response) => {
    endAfterRequest(request, response, { status: 413, headers: {}, body: 'no' })
    endedAtOnce.push(response.writableEnded)
    request.on('data', (chunk: Buffer) => (readBytes += chunk.length))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterEach(() => {
  server.close()
  server.closeAllConnections()
})

function send(head: string, body: string): Promise<string> {
  const { port } = server.address() as AddressInfo
  return sendBytes({ port }, [`POST / HTTP/1.1\r\nHost: x\r\n${head}\r\n\r\n`, body])
}

it('a long rest is read to its end before the connection is closed', async () => {
  expect(await send('Content-Length: 300000', 'x'.repeat(300_000))).toMatch(/\r\n\r\nno$/)
  expect([endedAtOnce, readBytes]).toEqual([[false], 300_000])
})

it('a rest of unknown length too', async () => {
  const said = await send('Transfer-Encoding: chunked', '3\r\nabc\r\n0\r\n\r\n')
  expect(said).toMatch(/Connection: close\r\n.*no$/s)
  expect([endedAtOnce, readBytes]).toEqual([[false], 3])
})

it('of a rest without end, a mebibyte and what came with it, not all', async () => {
  await send('Content-Length: 50000000', 'x'.repeat(32 * 1024 * 1024))
  expect(readBytes).toBeGreaterThanOrEqual(1024 * 1024)
  expect(readBytes).toBeLessThan(16 * 1024 * 1024)
})

it('beside a short rest that was announced the connection serves on', async () => {
  const again = 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n'
  const said = await send('Content-Length: 3', `abc${again}`)
  expect(said.match(/HTTP\/1\.1 413/g)).toHaveLength(2)
  expect(endedAtOnce).toEqual([true, true])
})
