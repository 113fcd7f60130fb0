import type { Request } from 'express'
import { normaliseValue } from '../normalise-value.ts'
import type { WireRequest } from '../protocol/index.ts'

/** Who is asking, and what logs them in, stays with the server unless it says otherwise. */
const privateHeaders = /^(?:cookie|forwarded|via|x-forwarded-for|.*-ip)$/i
const privateWord = /auth|token|secret|session|csrf|xsrf|passw|pwd|jwt|api-?_?key|credential|signature/i
const filtered = '[Filtered]'

/** A request as an event shows it, with its route as the transaction. */
export function describeRequest(
  request: Request,
  sendPii: boolean,
): { request: WireRequest; transaction: string | undefined } {
  const [path, query] = splitOnce(request.originalUrl, '?')
  return {
    request: {
      method: request.method,
      url: `${request.protocol}://${request.headers.host ?? 'localhost'}${path}`,
      headers: headersOf(request, sendPii),
      ...(query !== undefined && { query_string: sendPii ? query : withoutSecrets(query) }),
      ...(sendPii && request.body !== undefined && { data: normaliseValue(request.body) }),
    },
    transaction: `${request.method} ${routeOf(request) ?? path}`,
  }
}

function headersOf({ headers }: Request, sendPii: boolean): Record<string, string> {
  const kept = Object.entries(headers).filter(
    ([name]) => sendPii || (!privateHeaders.test(name) && !privateWord.test(name)),
  )
  return Object.fromEntries(
    kept.map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]),
  )
}

function withoutSecrets(query: string): string {
  const parts = query.split('&').map((part) => {
    const [name] = splitOnce(part, '=')
    return privateWord.test(name) ? `${name}=${filtered}` : part
  })
  return parts.join('&')
}

function splitOnce(text: string, separator: string): [string, string | undefined] {
  const at = text.indexOf(separator)
  return at === -1 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)]
}

/** `/users/:id` rather than `/users/77`; known once Express has found the route. */
function routeOf(request: Request): string | undefined {
  const route: unknown = request.route
  if (typeof route !== 'object' || route === null || !('path' in route)) return undefined
  return `${request.baseUrl}${String(route.path)}`
}
