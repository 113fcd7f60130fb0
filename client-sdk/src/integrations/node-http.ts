import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { addBreadcrumb } from '../api.ts'

/** Requests of the SDK itself carry this header, so that they are not noted. */
export const ownHeader = 'x-mishap-sdk'

/** Notes outgoing requests, of `fetch` and of `node:http`, as breadcrumbs when their answer is there. */
export function watchOutgoingRequests(): () => void {
  const hooks: [string, (message: unknown) => void][] = [
    ['undici:request:headers', noteFetch],
    ['http.client.response.finish', noteHttp],
  ]
  for (const [channel, listener] of hooks) subscribe(channel, listener)
  return () => hooks.forEach(([channel, listener]) => unsubscribe(channel, listener))
}

interface UndiciMessage {
  request: { origin?: unknown; path?: unknown; method?: unknown }
  response: { statusCode?: unknown }
}

interface HttpMessage {
  request: {
    host?: unknown
    path?: unknown
    method?: unknown
    protocol?: unknown
    getHeader?: (name: string) => unknown
  }
  response: { statusCode?: unknown }
}

function noteFetch(message: unknown): void {
  const { request, response } = message as UndiciMessage
  note(
    'fetch',
    String(request.method),
    `${String(request.origin)}${String(request.path)}`,
    response.statusCode,
  )
}

function noteHttp(message: unknown): void {
  const { request, response } = message as HttpMessage
  if (request.getHeader?.(ownHeader) !== undefined) return
  note(
    'http',
    String(request.method),
    `${String(request.protocol)}//${String(request.host)}${String(request.path)}`,
    response.statusCode,
  )
}

function note(category: string, method: string, url: string, status: unknown): void {
  const statusCode = Number(status)
  addBreadcrumb({
    type: 'http',
    category,
    level: statusCode >= 500 ? 'error' : statusCode >= 400 ? 'warning' : 'info',
    // A query may hold secrets.
    data: { method, url: url.replace(/[?#].*$/s, ''), status_code: statusCode },
  })
}
