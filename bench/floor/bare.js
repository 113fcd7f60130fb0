// BARE: the least that an HTTP server on Node can do with an event: read it, and say so.
import { createServer } from 'node:http'

const server = createServer((request, response) => {
  request.on('data', () => {})
  request.on('end', () => response.end('{}'))
})

server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (typeof address === 'object') process.stdout.write(`port ${address?.port}\n`)
})
process.once('SIGTERM', () => process.exit(0))
