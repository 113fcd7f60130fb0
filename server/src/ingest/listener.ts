import type { IncomingMessage, RequestListener } from 'node:http'
import { handleIngest } from './handle-ingest.ts'
import type { IngestParts } from './ingest-parts.ts'
import { parseIngestPath } from './ingest-path.ts'

interface ListenerParts extends Omit<IngestParts, 'clientIp'> {
  /** Serves everything that is not ingest. */
  app: RequestListener
  trustedProxies: number
}

/**
 * The one door of the server. Ingest goes past Express, which would cost several times what receiving an event
 * does.
 */
export function buildListener({ app, trustedProxies, ...parts }: ListenerParts): RequestListener {
  const ingest: IngestParts = { ...parts, clientIp: (request) => readClientIp(request, trustedProxies) }
  return (request, response) => {
    const target = parseIngestPath(request.url ?? '')
    if (target === undefined) app(request, response)
    else void handleIngest(ingest, target, request, response)
  }
}

/** The address that the outermost trusted proxy saw; without proxies that of the socket. */
function readClientIp(request: IncomingMessage, trustedProxies: number): string | undefined {
  const forwarded = String(request.headers['x-forwarded-for'] ?? '').split(',')
  const seen = trustedProxies > 0 ? forwarded.at(-trustedProxies)?.trim() : undefined
  return (seen || request.socket.remoteAddress)?.replace(/^::ffff:/, '')
}
