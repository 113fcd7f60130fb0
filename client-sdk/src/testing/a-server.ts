import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gunzipSync } from 'node:zlib'
import type { WireEvent } from '../protocol/index.ts'
import { eventOf } from './a-client.ts'

export interface SinkServer {
  server: Server
  /** Leads to project 1 of this server. */
  dsn: string
  /** What was posted to it. */
  envelopes: string[]
  events(): WireEvent[]
}

/** A server on a free port of this machine that takes every envelope. */
export async function aServer(): Promise<SinkServer> {
  const envelopes: string[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks)
      const plain = request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body
      envelopes.push(plain.toString())
      response.end('{}')
    })
  })
  return {
    server,
    dsn: `http://0123456789abcdef0123456789abcdef@127.0.0.1:${await listen(server)}/1`,
    envelopes,
    events: () => envelopes.map(eventOf),
  }
}

/** Listens on a free port and tells which. */
export function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}
