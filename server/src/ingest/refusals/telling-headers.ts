import type { IncomingHttpHeaders } from 'node:http'

/** Those that explain a refusal. No credentials, no cookies, no addresses. */
const telling = [
  'content-encoding',
  'content-length',
  'content-type',
  'host',
  'origin',
  'transfer-encoding',
  'user-agent',
] as const

export function tellingHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(
    telling.flatMap((name) => {
      const value = headers[name]
      return value === undefined ? [] : [[name, value.slice(0, 200)]]
    }),
  )
}
