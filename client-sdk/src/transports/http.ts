import type { Agent, IncomingMessage, RequestOptions } from 'node:http'
import { ownHeader } from '../integrations/node-http.ts'
import { envelopeUrl } from '../protocol/index.ts'
import type { ReplyHeaders } from '../rate-limits.ts'
import type { Settings } from '../settings.ts'
import type { Transport } from '../transport.ts'

const gzipAboveBytes = 8 * 1024
const timeoutMs = 5_000
/** Even when bytes keep trickling. */
const longestMs = 30_000

/** Posts envelopes over kept-alive connections; large ones gzipped, off the main thread. */
export function httpTransport({ target, tunnel }: Settings): Transport {
  if (target === undefined) return async () => ({ status: 0, rateLimits: undefined, retryAfter: undefined })
  const url = new URL(tunnel ?? envelopeUrl(target))
  const auth = `Sentry sentry_version=7, sentry_key=${target.publicKey}, sentry_client=mishap.node`
  let agent: Agent | undefined
  return async (envelope) => {
    // Loaded at the first event: a program without errors does not pay for it.
    const http = url.protocol === 'https:' ? await import('node:https') : await import('node:http')
    agent ??= new http.Agent({ keepAlive: true, maxSockets: 4, timeout: timeoutMs })
    const { body, headers } = await encode(envelope)
    const options: RequestOptions = {
      method: 'POST',
      agent,
      timeout: timeoutMs,
      signal: AbortSignal.timeout(longestMs),
      headers: { ...headers, 'content-length': body.length, 'x-sentry-auth': auth, [ownHeader]: '1' },
    }
    return new Promise((resolve, reject) => {
      const request = http.request(url, options, (reply) => {
        reply.resume()
        reply.once('end', () => resolve(headersOf(reply)))
        reply.once('error', reject)
      })
      request.once('timeout', () => request.destroy(new Error('The server did not answer in time.')))
      request.once('error', reject)
      request.end(body)
    })
  }
}

async function encode(envelope: string): Promise<{ body: Buffer; headers: Record<string, string> }> {
  const plain = Buffer.from(envelope)
  if (plain.length < gzipAboveBytes) return { body: plain, headers: {} }
  const { gzip } = await import('node:zlib')
  const body = await new Promise<Buffer>((resolve, reject) => {
    gzip(plain, { level: 1 }, (error, result) => (error === null ? resolve(result) : reject(error)))
  })
  return { body, headers: { 'content-encoding': 'gzip' } }
}

function headersOf({ statusCode, headers }: IncomingMessage): ReplyHeaders {
  const limits = headers['x-sentry-rate-limits']
  return {
    status: statusCode ?? 0,
    rateLimits: typeof limits === 'string' ? limits : undefined,
    retryAfter: headers['retry-after'],
  }
}
