import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gunzipSync } from 'node:zlib'
import { parseEnvelope } from '@mishap/sdk/protocol'
import type { Json } from '../../../../server/src/domain/event/event.ts'
import type { JsonObject } from '../../../../server/src/domain/event/read-json.ts'

/** A server that SDKs report to, which keeps the events. */
export interface Collector {
  dsn: string
  /** The events since the last call, in the order in which they came. */
  take(): JsonObject[]
  close(): Promise<void>
}

export async function startCollector(): Promise<Collector> {
  const events: JsonObject[] = []
  const server = createServer((request, response) => {
    response.setHeader('access-control-allow-origin', '*')
    response.setHeader('access-control-allow-headers', '*')
    void readBody(request).then((body) => {
      events.push(...eventsIn(request.url ?? '', body))
      response.setHeader('content-type', 'application/json')
      response.end('{}')
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  // A server on a port has an address that is not a path.
  const { port } = server.address() as AddressInfo
  return {
    dsn: `http://0123456789abcdef0123456789abcdef@127.0.0.1:${port}/1`,
    take: () => events.splice(0),
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = await request.toArray()
  const body = Buffer.concat(chunks)
  return request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body
}

function eventsIn(url: string, body: Buffer): JsonObject[] {
  if (body.length === 0) return []
  if (url.includes('/store/')) return [JSON.parse(body.toString('utf8'))]
  return parseEnvelope(body)
    .items.filter(({ headers }) => headers.type === 'event')
    .map(({ payload }): Json => JSON.parse(Buffer.from(payload).toString('utf8')))
    .filter((event): event is JsonObject => typeof event === 'object' && event !== null)
}
