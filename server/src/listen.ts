import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Limits } from './config/config.ts'
import { AppError } from './domain/app-error.ts'
import { closeSlowBodies } from './slow-bodies.ts'

// Node looks for slow requests every 30 seconds by default, later than our own limits.
const checkEveryMs = 1_000
/** While the server ends: so soon are connections closed whose last request was answered. */
const closeIdleEveryMs = 100

/** Starts the one HTTP server. Port 0 takes a free one. */
export async function listen(listener: RequestListener, port: number, limits: Limits): Promise<Server> {
  const server = createServer(
    {
      headersTimeout: limits.headersTimeoutMs,
      requestTimeout: limits.bodyTimeoutMs,
      keepAliveTimeout: limits.keepAliveTimeoutMs,
      connectionsCheckingInterval: checkEveryMs,
    },
    listener,
  )
  server.maxConnections = limits.sockets
  if (limits.socketsPerAddress > 0) limitPerAddress(server, limits.socketsPerAddress)
  server.listen(port)
  try {
    await once(server, 'listening')
  } catch (cause) {
    throw new AppError('unavailable', describe(cause, port), { cause })
  }
  const checking = setInterval(closeSlowBodies(server, limits.bodyBytesPerSecond), checkEveryMs)
  server.once('close', () => clearInterval(checking))
  return server
}

/** One client must not take all the connections that there are. */
function limitPerAddress(server: Server, most: number): void {
  const open = new Map<string, number>()
  server.on('connection', (socket) => {
    const address = socket.remoteAddress ?? ''
    const count = (open.get(address) ?? 0) + 1
    if (count > most) {
      socket.destroy()
      return
    }
    open.set(address, count)
    socket.once('close', () => {
      const left = (open.get(address) ?? 1) - 1
      if (left === 0) open.delete(address)
      else open.set(address, left)
    })
  })
}

export function portOf(server: Server): number {
  // A server that listens on TCP has an address of this form.
  return (server.address() as AddressInfo).port
}

/** Finishes the requests that are under way; what has not come to an end after the grace is cut off. */
export async function stopListening(server: Server, graceMs: number): Promise<void> {
  const closed = once(server, 'close')
  // A client that sends one request after the other would be served on its connection until the grace is over.
  server.prependListener('request', (_request, response) => (response.shouldKeepAlive = false))
  server.close()
  server.closeIdleConnections()
  const closing = setInterval(() => server.closeIdleConnections(), closeIdleEveryMs)
  const cutOff = setTimeout(() => server.closeAllConnections(), graceMs)
  await closed
  clearInterval(closing)
  clearTimeout(cutOff)
}

function describe(cause: unknown, port: number): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  if (code === 'EADDRINUSE')
    return `Port ${port} is in use. Stop what listens there, or set MISHAP_PORT to another one.`
  if (code === 'EACCES')
    return `Port ${port} may not be used by this user. Set MISHAP_PORT to one above 1023.`
  return `Port ${port} cannot be listened on: ${String(cause)}.`
}
