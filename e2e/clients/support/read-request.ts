import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib'

/** Which project a request is for: by its path, or through a tunnel by the DSN in the envelope. */
export function projectIdOf(path: string, body: Buffer): string {
  const [, inPath] = /^\/api\/(\d+)\//.exec(path) ?? []
  return inPath ?? /"dsn":"[^"]*\/(\d+)"/.exec(body.toString('latin1'))?.[1] ?? ''
}

export function itemTypesOf(path: string, body: Buffer, encoding: string | undefined): string[] {
  if (path.includes('/store/')) return ['event']
  if (!/\/(envelope|tunnel)\//.test(path)) return []
  const lines = decode(body, encoding).toString('latin1').split('\n')
  return lines.flatMap((line) => {
    const type = /^\{.*"type":"([a-z_]+)"/.exec(line)?.[1]
    return type !== undefined && isItemHeader(line) ? [type] : []
  })
}

/** Item headers are short and flat, and never name an event or a session by its id. */
function isItemHeader(line: string): boolean {
  const header = parse(line)
  return typeof header['type'] === 'string' && !['event_id', 'sid', 'timestamp'].some((key) => key in header)
}

function parse(line: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}

function decode(body: Buffer, encoding: string | undefined): Buffer {
  if (encoding === 'gzip') return gunzipSync(body)
  if (encoding === 'br') return brotliDecompressSync(body)
  if (encoding === 'deflate') return inflateSync(body)
  return body
}
