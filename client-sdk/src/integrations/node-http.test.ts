import { AsyncLocalStorage } from 'node:async_hooks'
import { Agent, createServer, get, type Server } from 'node:http'
import { afterEach, beforeEach, expect, it, onTestFinished } from 'vitest'
import { withScope } from '../api.ts'
import { currentScope, registry } from '../registry.ts'
import type { Scope } from '../scope.ts'
import { aClient } from '../testing/a-client.ts'
import { listen } from '../testing/a-server.ts'
import { ownHeader, watchOutgoingRequests } from './node-http.ts'

let origin: string
let server: Server

beforeEach(async () => {
  registry().storage = new AsyncLocalStorage<Scope>()
  aClient()
  onTestFinished(watchOutgoingRequests())
  server = createServer((request, response) => {
    response.statusCode = Number(request.url?.slice(1, 4))
    response.end()
  })
  origin = `http://127.0.0.1:${await listen(server)}`
})
afterEach(() => {
  server.closeAllConnections()
  server.close()
  registry().client = undefined
  registry().storage = undefined
})

function ask(path: string, headers = {}, agent?: Agent): Promise<void> {
  return new Promise((resolve) => {
    get(`${origin}${path}`, { headers, ...(agent && { agent }) }, (reply) =>
      reply.resume().on('close', resolve),
    ).on('error', () => resolve())
  })
}

it.each([
  [200, 'info'],
  [404, 'warning'],
  [500, 'error'],
])('an answer of %i is noted as %s, without its query', async (status, level) => {
  await fetch(`${origin}/${status}?token=1`)
  await ask(`/${status}?token=1`)
  const data = { method: 'GET', status_code: status }
  expect(currentScope().breadcrumbs).toMatchObject([
    { category: 'fetch', level, data: { ...data, url: `${origin}/${status}` } },
    {
      category: 'http',
      level,
      data: { ...data, url: expect.stringMatching(/^http:\/\/127\.0\.0\.1\/\d+$/) },
    },
  ])
})

it('a request without an answer is noted as failed', async () => {
  server.close()
  await expect(fetch(`${origin}/200`)).rejects.toThrow('fetch failed')
  expect(currentScope().breadcrumbs).toMatchObject([
    { category: 'fetch', level: 'error', data: { url: `${origin}/200`, failed: true } },
  ])
})

it('requests of the SDK itself are not noted', async () => {
  await ask('/200', { [ownHeader]: '1' })
  expect(currentScope().breadcrumbs).toEqual([])
})

it('a request is noted where it was made, also over a connection that another opened', async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  onTestFinished(() => agent.destroy())
  const visit = (id: number): Promise<string[]> =>
    withScope(async (scope) => {
      await Promise.all([fetch(`${origin}/200/fetch-${id}`), ask(`/200/http-${id}`, {}, agent)])
      return scope.breadcrumbs.map(({ data }) => String(data?.['url']).replace(/^.*\//, '')).toSorted()
    })
  const noted = []
  for (const id of [1, 2, 3]) noted.push(await visit(id))
  noted.push(...(await Promise.all([4, 5, 6].map(visit))))
  expect(noted).toEqual([1, 2, 3, 4, 5, 6].map((id) => [`fetch-${id}`, `http-${id}`]))
})
