import type { IncomingMessage, ServerResponse } from 'node:http'

interface WholeReply {
  status: number
  headers: Record<string, string>
  body: string
}

/** A rest that is announced and no longer than this is read over, and the connection serves on. */
const shortRestBytes = 64 * 1024
/** Of a longer one so much is read before the connection is closed. */
const mostRestBytes = 1024 * 1024

/**
 * Replies to a request of which the rest is not wanted. A connection that is closed while its client still sends is
 * reset, and takes the reply along before the client has read it; so the reply goes out at once, and a part of the rest is
 * read over. The server's time limit for a body ends a client that trickles.
 */
export function endAfterRequest(
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers, body }: WholeReply,
): void {
  const length = { 'Content-Length': String(Buffer.byteLength(body)) }
  if (request.complete || announces(request, shortRestBytes)) {
    // Node reads over what is left of the request by itself.
    response.writeHead(status, { ...headers, ...length }).end(body)
    return
  }
  response.writeHead(status, { ...headers, ...length, Connection: 'close' })
  response.flushHeaders()
  response.write(body)
  readOver(request, () => response.end())
}

function announces(request: IncomingMessage, bytes: number): boolean {
  const length = request.headers['content-length']
  return length !== undefined && Number(length) <= bytes
}

function readOver(request: IncomingMessage, done: () => void): void {
  let rest = mostRestBytes
  request.on('data', (chunk: Buffer) => {
    rest -= chunk.length
    if (rest < 0) done()
  })
  request.once('end', done)
  request.once('close', done)
  request.on('error', () => undefined)
  request.resume()
}
