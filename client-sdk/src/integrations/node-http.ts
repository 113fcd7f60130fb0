import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { addBreadcrumb } from '../api.ts'
import { textOf } from '../read-safely.ts'
import { currentScope } from '../registry.ts'
import type { Scope } from '../scope.ts'

/** Requests of the SDK itself carry this header, so that they are not noted. */
export const ownHeader = 'x-mishap-sdk'

interface FetchMessage {
  request: { origin?: unknown; path?: unknown; method?: unknown }
  response?: { statusCode?: unknown }
}

interface HttpMessage {
  request: {
    host?: unknown
    path?: unknown
    method?: unknown
    protocol?: unknown
    getHeader?: (name: string) => unknown
  }
  response?: { statusCode?: unknown }
}

/** Notes outgoing requests, of `fetch` and of `node:http`, as breadcrumbs when they are answered or have failed. */
export function watchOutgoingRequests(): () => void {
  // Connections are shared: an answer may arrive in the context of whoever opened its connection.
  const askers = new WeakMap<object, Scope>()
  const remember = (message: { request: object }): void => void askers.set(message.request, currentScope())
  const onFetch = (message: FetchMessage): void => noteFetch(message, askers.get(message.request))
  const onHttp = (message: HttpMessage): void => noteHttp(message, askers.get(message.request))
  const unhooks = [
    listen('undici:request:create', remember),
    listen('undici:request:headers', onFetch),
    listen('undici:request:error', onFetch),
    listen('http.client.request.start', remember),
    listen('http.client.response.finish', onHttp),
    listen('http.client.request.error', onHttp),
  ]
  return () => unhooks.forEach((unhook) => unhook())
}

/** What a listener of a channel throws, Node raises as an uncaught exception of the host. */
function listen(channel: string, work: (message: never) => void): () => void {
  const listener = (message: unknown): void => {
    try {
      work(message as never)
    } catch {
      // A breadcrumb less.
    }
  }
  subscribe(channel, listener)
  return () => void unsubscribe(channel, listener)
}

function noteFetch({ request, response }: FetchMessage, scope: Scope | undefined): void {
  const url = `${textOf(request.origin)}${textOf(request.path)}`
  note({ category: 'fetch', method: textOf(request.method), url, status: response?.statusCode }, scope)
}

function noteHttp({ request, response }: HttpMessage, scope: Scope | undefined): void {
  if (request.getHeader?.(ownHeader) !== undefined) return
  const url = `${textOf(request.protocol)}//${textOf(request.host)}${textOf(request.path)}`
  note({ category: 'http', method: textOf(request.method), url, status: response?.statusCode }, scope)
}

interface Noted {
  category: string
  method: string
  url: string
  status: unknown
}

function note({ category, method, url, status }: Noted, scope: Scope | undefined): void {
  const hasFailed = status === undefined
  const statusCode = Number(status)
  const breadcrumb = {
    type: 'http',
    category,
    level: hasFailed || statusCode >= 500 ? 'error' : statusCode >= 400 ? 'warning' : 'info',
    // A query may hold secrets.
    data: {
      method,
      url: url.replace(/[?#].*$/s, ''),
      ...(hasFailed ? { failed: true } : { status_code: statusCode }),
    },
  } as const
  addBreadcrumb(breadcrumb, scope)
}
