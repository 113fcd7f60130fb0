import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface File {
  body: string
  headers?: Record<string, string>
}

export interface Pages {
  origin: string
  close(): Promise<void>
}

/** An app's own origin: its page and its scripts, by path. */
export async function servePages(files: Record<string, File>): Promise<Pages> {
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    const file = files[path]
    const type = path.endsWith('.js') ? 'text/javascript' : 'text/html'
    response.writeHead(file === undefined ? 404 : 200, { 'content-type': type, ...file?.headers })
    response.end(file?.body)
  })
  server.listen(0)
  await once(server, 'listening')
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    async close() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}
