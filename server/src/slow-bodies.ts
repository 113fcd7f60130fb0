import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

interface Progress {
  request: IncomingMessage
  response: ServerResponse
  /** Of the socket, before the body. */
  readBytes: number
  /** Seconds in which the server looked, which are fewer than those that passed when it was too busy to read. */
  seconds: number
}

/** So long a body may be slower: it may come after a pause, or all at once. */
const graceSeconds = 10

const timedOut = 'HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n'

/**
 * Closes connections whose requests come slower than so many bytes a second; what it returns is to be called every
 * second. Of who trickles, the time limit of a body alone would keep a connection and what is held for it for as long
 * as that lasts.
 */
export function closeSlowBodies(server: Server, bytesPerSecond: number): () => void {
  const latest = new Map<Socket, Progress>()
  server.on('request', (request, response) => {
    const { socket } = request
    latest.set(socket, { request, response, readBytes: socket.bytesRead, seconds: 0 })
  })
  return () => {
    for (const [socket, progress] of latest) {
      if (socket.destroyed || progress.request.complete) latest.delete(socket)
      else if (isSlow(socket, progress, bytesPerSecond)) timeOut(socket, progress.response)
    }
  }
}

/** What waits to be read by us is no fault of the client's. */
function isSlow(socket: Socket, progress: Progress, bytesPerSecond: number): boolean {
  progress.seconds += 1
  const { request, readBytes, seconds } = progress
  const isWaitingForUs = request.readableLength > 0
  const bytes = socket.bytesRead - readBytes
  return seconds >= graceSeconds && !isWaitingForUs && bytes < seconds * bytesPerSecond
}

function timeOut(socket: Socket, response: ServerResponse): void {
  if (!response.headersSent) socket.write(timedOut)
  socket.destroy()
}
