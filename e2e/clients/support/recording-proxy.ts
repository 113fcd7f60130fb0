import { once } from 'node:events'
import { createServer, request as send, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { itemTypesOf, projectIdOf } from './read-request.ts'

/** One request of a client, and the reply that it had. */
export interface Exchange {
  path: string
  requestHeaders: IncomingHttpHeaders
  /** Types of the envelope's items; `event` for what comes to the store endpoint. */
  items: string[]
  status: number
  headers: Record<string, string | string[] | undefined>
}

export interface Reply {
  status: number
  headers: Record<string, string>
}

/** Stands between clients and the server: remembers what went through, and can reply in the server's place. */
export interface RecordingProxy {
  origin: string
  /** A list that grows while requests come. */
  exchangesOf(projectId: string): Exchange[]
  /** The next request for the project has this reply, and the server does not see it. */
  replyInstead(projectId: string, reply: Reply): void
  close(): Promise<void>
}

export async function startRecordingProxy(serverOrigin: string): Promise<RecordingProxy> {
  const exchanges = new Map<string, Exchange[]>()
  const replies = new Map<string, Reply>()

  function exchangesOf(projectId: string): Exchange[] {
    const known = exchanges.get(projectId) ?? []
    exchanges.set(projectId, known)
    return known
  }

  const server = createServer((request, response) => {
    void answer().catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined))

    async function answer(): Promise<void> {
      const body = await buffer(request)
      const path = request.url ?? '/'
      const projectId = projectIdOf(path, body)
      const instead = replies.get(projectId)
      replies.delete(projectId)
      const reply = instead ?? (await forward(serverOrigin, request, body))
      exchangesOf(projectId).push({
        path,
        requestHeaders: request.headers,
        items: itemTypesOf(path, body, request.headers['content-encoding']),
        status: reply.status,
        headers: reply.headers,
      })
      response.writeHead(reply.status, reply.headers).end('body' in reply ? reply.body : undefined)
    }
  })
  server.listen(0)
  await once(server, 'listening')
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    exchangesOf,
    replyInstead: (projectId, reply) => void replies.set(projectId, reply),
    async close() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

async function forward(
  origin: string,
  { method, url, headers }: IncomingMessage,
  body: Buffer,
): Promise<{ status: number; headers: IncomingHttpHeaders; body: Buffer }> {
  const { connection: _hop, 'transfer-encoding': _framing, ...kept } = headers
  const outgoing = send(`${origin}${url ?? '/'}`, {
    method,
    headers: { ...kept, 'content-length': String(body.length) },
  })
  outgoing.end(body)
  const [reply]: IncomingMessage[] = await once(outgoing, 'response')
  if (reply === undefined) throw new Error('The server did not reply.')
  const { connection: _theirHop, 'transfer-encoding': _theirFraming, ...replyHeaders } = reply.headers
  return { status: reply.statusCode ?? 0, headers: replyHeaders, body: await buffer(reply) }
}
