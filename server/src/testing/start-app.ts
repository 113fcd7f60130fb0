import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pino, type Logger } from 'pino'
import { onTestFinished } from 'vitest'
import { buildAccounts } from '../accounts/accounts.ts'
import { buildApp } from '../app.ts'
import { healthRoute } from '../http/health-route.ts'
import { issueRoutes } from '../issues/routes.ts'
import { projectRoutes } from '../projects/routes.ts'
import { ensureInstallation } from '../store/installation.ts'
import type { Store } from '../store/store.ts'

export interface RunningApp {
  origin: string
  secret: string
  /** Requests a path of the API; objects are sent as JSON. */
  call(method: string, path: string, options?: CallOptions): Promise<Reply>
}

export interface CallOptions {
  json?: unknown
  body?: string
  headers?: Record<string, string>
}

export interface Reply {
  status: number
  headers: Headers
  text: string
  json: unknown
}

interface AppOptions {
  publicUrl?: string
  webFolder?: string
  logger?: Logger
}

/** The app on a port of its own, for one test. */
export async function startApp(store: Store, options: AppOptions = {}): Promise<RunningApp> {
  const { publicUrl, webFolder = '/nowhere', logger = pino({ level: 'silent' }) } = options
  const { sessionSecret: secret } = await ensureInstallation(store, 0)
  const accounts = buildAccounts({ store, secret, publicUrl, logger })
  const app = buildApp({
    routes: [
      healthRoute('1.2.3', async () => ({ status: 'ok', reasons: [] })),
      ...accounts.routes,
      ...projectRoutes(store),
      ...issueRoutes(store),
    ],
    authenticate: accounts.authenticate,
    now: () => Date.UTC(2026, 0, 1),
    publicUrl,
    trustedProxies: 0,
    version: '1.2.3',
    webFolder,
    logger,
  })
  const server = createServer(app)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { origin, secret, call: (method, path, call) => request(`${origin}${path}`, method, call) }
}

async function request(
  url: string,
  method: string,
  { json, body, headers }: CallOptions = {},
): Promise<Reply> {
  const sent = json === undefined ? body : JSON.stringify(json)
  const response = await fetch(url, {
    method,
    headers: { ...(json !== undefined && { 'content-type': 'application/json' }), ...headers },
    ...(sent !== undefined && { body: sent }),
  })
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json') ?? false
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: isJson ? JSON.parse(text) : undefined,
  }
}

/** The cookies that a reply sets, as the next request sends them. */
export function cookiesOf({ headers }: Reply): Record<string, string> {
  return {
    cookie: headers
      .getSetCookie()
      .map((cookie) => cookie.replace(/;.*/s, ''))
      .join('; '),
  }
}
