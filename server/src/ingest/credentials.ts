import type { IncomingHttpHeaders } from 'node:http'

export interface Credentials {
  publicKey: string
  clientName: string | undefined
}

/**
 * The DSN key of a request: `X-Sentry-Auth: Sentry sentry_key=…, …` (separators with or without a space), the
 * same under `Authorization`, or the query parameter of browsers. The first that is present counts.
 */
export function readCredentials(
  headers: IncomingHttpHeaders,
  query: URLSearchParams,
): Credentials | undefined {
  return (
    fromHeader(headers['x-sentry-auth']) ??
    fromHeader(headers.authorization) ??
    fromBasic(headers.authorization) ??
    fromPairs((name) => query.get(name))
  )
}

function fromHeader(header: string | string[] | undefined): Credentials | undefined {
  if (typeof header !== 'string') return undefined
  const match = /^\s*sentry\s+(.*)$/i.exec(header.slice(0, 2_000))
  if (match?.[1] === undefined) return undefined
  const pairs = new Map(match[1].split(',').map((pair) => splitPair(pair.trim())))
  return fromPairs((name) => pairs.get(name))
}

function fromBasic(header: string | undefined): Credentials | undefined {
  const encoded = /^\s*basic\s+(\S+)/i.exec(header?.slice(0, 2_000) ?? '')?.[1]
  if (encoded === undefined) return undefined
  const [publicKey] = Buffer.from(encoded, 'base64').toString('latin1').split(':')
  return fromPairs((name) => (name === 'sentry_key' ? publicKey : undefined))
}

function splitPair(pair: string): [string, string] {
  const equals = pair.indexOf('=')
  return equals === -1 ? [pair, ''] : [pair.slice(0, equals), pair.slice(equals + 1)]
}

function fromPairs(read: (name: string) => string | null | undefined): Credentials | undefined {
  const publicKey = read('sentry_key')
  if (publicKey === null || publicKey === undefined || publicKey === '') return undefined
  return { publicKey: publicKey.slice(0, 100), clientName: read('sentry_client')?.slice(0, 200) }
}
