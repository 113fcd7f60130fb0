import type { IncomingHttpHeaders } from 'node:http'
import { parseDsn } from '@mishap/sdk/protocol'

export interface Credentials {
  publicKey: string
  clientName: string | undefined
  /** Where a whole DSN was sent. */
  projectId?: number
}

const longestHeader = 2_000
const longestKey = 100
const longestClientName = 200

/**
 * The DSN key of a request: `X-Sentry-Auth: Sentry sentry_key=…, …`, under `Authorization` the same, Basic or a whole
 * DSN, or the query parameter of browsers. The first that is present counts.
 */
export function readCredentials(
  headers: IncomingHttpHeaders,
  query: URLSearchParams,
): Credentials | undefined {
  const { authorization } = headers
  return (
    fromList(headers['x-sentry-auth']) ??
    fromList(afterWord(authorization, 'sentry')) ??
    fromBasic(afterWord(authorization, 'basic')) ??
    credentialsOfDsn(afterWord(authorization, 'dsn')) ??
    fromPairs((name) => query.get(name))
  )
}

/** The host is not compared: it differs behind proxies and after a move. */
export function credentialsOfDsn(dsn: unknown): Credentials | undefined {
  const parsed = typeof dsn === 'string' ? parseDsn(dsn.slice(0, longestHeader)) : undefined
  if (parsed === undefined) return undefined
  const { publicKey, projectId } = parsed
  return {
    publicKey: publicKey.slice(0, longestKey),
    clientName: undefined,
    projectId: Number(projectId),
  }
}

function afterWord(header: string | undefined, word: string): string | undefined {
  const text = header?.trimStart()
  return text?.slice(0, word.length).toLowerCase() === word ? text.slice(word.length).trim() : undefined
}

/** Pairs stand apart by a comma, a space or both; a client's name may hold a space itself. */
function fromList(header: string | string[] | undefined): Credentials | undefined {
  if (typeof header !== 'string') return undefined
  const list = header.slice(0, longestHeader)
  const client = /\bsentry_client\s*=([^,;]*)/i.exec(list)?.[1]
  return fromPairs((name) =>
    name === 'sentry_key'
      ? /\bsentry_key\s*=\s*([^\s,;]*)/i.exec(list)?.[1]
      : client?.split(/\ssentry_/i, 1)[0]?.trim(),
  )
}

/**
 * The user name is the key. Any other name belongs to somebody else: browsers send along what a person gave to the
 * site in front of a tunnel.
 */
function fromBasic(encoded: string | undefined): Credentials | undefined {
  if (encoded === undefined) return undefined
  const [name = ''] = Buffer.from(encoded.slice(0, longestHeader), 'base64').toString('latin1').split(':')
  return /^[0-9a-f]{32}$/i.test(name) ? { publicKey: name.toLowerCase(), clientName: undefined } : undefined
}

function fromPairs(
  read: (name: 'sentry_key' | 'sentry_client') => string | null | undefined,
): Credentials | undefined {
  const publicKey = read('sentry_key')
  if (publicKey === null || publicKey === undefined || publicKey === '') return undefined
  return {
    publicKey: publicKey.slice(0, longestKey),
    clientName: read('sentry_client')?.slice(0, longestClientName),
  }
}
