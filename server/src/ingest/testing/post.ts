import { request as send, type IncomingHttpHeaders } from 'node:http'
import { connect } from 'node:net'
import { key } from './listening.ts'

export interface Reply {
  status: number | undefined
  headers: IncomingHttpHeaders
  body: string
}

export interface Post {
  path?: string
  method?: string
  headers?: Record<string, string>
  /** Sent one by one, without a content-length. */
  chunks?: (string | Uint8Array)[]
}

/** By default an envelope without items, with a good key. */
export function post(to: { port: number }, sent: Post = {}): Promise<Reply> {
  const { path = `/api/7/envelope/?sentry_key=${key}`, method = 'POST', headers = {}, chunks = ['{}'] } = sent
  const { port } = to
  return new Promise<Reply>((resolve, reject) => {
    const sending = send({ port, host: '127.0.0.1', path, method, headers, agent: false }, (response) => {
      let body = ''
      response.setEncoding('latin1')
      response.on('data', (chunk: string) => (body += chunk))
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body }))
    })
    sending.on('error', reject)
    for (const chunk of chunks) sending.write(chunk)
    sending.end()
  })
}

/** A GET, which has no body. */
export function get(to: { port: number }, path: string, headers: Record<string, string> = {}) {
  return post(to, { path, method: 'GET', headers, chunks: [] })
}

/** Everything that the server says to these bytes until it closes the connection, or until `enough` of it is there. */
export function sendBytes(
  to: { port: number },
  bytes: string | string[],
  enough: RegExp = /^$/,
): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(to.port, '127.0.0.1')
    let said = ''
    socket.setEncoding('latin1')
    socket.on('data', (chunk: string) => {
      said += chunk
      if (enough.test(said)) socket.destroy()
    })
    // What was said before the connection was reset still counts.
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(said))
    for (const part of [bytes].flat()) socket.write(part)
  })
}
