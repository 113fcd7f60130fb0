import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'

const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript' }
const answers: [RegExp, (response: ServerResponse) => unknown][] = [
  [/^\/api\/trips/, (response) => response.writeHead(404).end('{}')],
  [/^\/api\/hotels/, (response) => response.writeHead(500).end('{}')],
  [/^\/api\/pay/, (response) => response.writeHead(402).end('{}')],
  [/^\/config\.json/, (response) => response.end('<!doctype html>')],
  [/^\/slow/, () => undefined],
]

/** Serves a built page and an API that has nothing good to say. */
export async function serveBuild(folder: string): Promise<{ origin: string; close(): void }> {
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    const answer = answers.find(([pattern]) => pattern.test(path))
    if (answer) return answer[1](response)
    const file = join(folder, path === '/' ? 'index.html' : path)
    if (!existsSync(file)) return response.writeHead(404).end('not found')
    response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream')
    return response.end(readFileSync(file))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  // A server on a port has an address that is not a path.
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
