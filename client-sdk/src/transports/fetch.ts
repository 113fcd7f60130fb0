import { envelopeUrl } from '../protocol/index.ts'
import type { Settings } from '../settings.ts'
import type { Transport } from '../transport.ts'

/** Browsers refuse keepalive bodies that together pass 64 KiB. */
const keepaliveBytes = 60_000
/** A server that accepts and never answers must not hold the queue for ever. */
const timeoutMs = 30_000

/** Posts envelopes by `fetch`; small ones outlive the page. Takes the page's fetch before anyone wraps it. */
export function fetchTransport(
  { target, tunnel }: Settings,
  fetch: typeof globalThis.fetch = globalThis.fetch,
): Transport {
  const noReply = { status: 0, rateLimits: undefined, retryAfter: undefined }
  if (target === undefined) return async () => noReply
  const query = `sentry_version=7&sentry_key=${target.publicKey}&sentry_client=mishap.browser`
  const url = tunnel ?? `${envelopeUrl(target)}?${query}`
  let keptAliveBytes = 0
  return async (envelope) => {
    const size = new TextEncoder().encode(envelope).length
    const mayKeepAlive = keptAliveBytes + size < keepaliveBytes
    if (mayKeepAlive) keptAliveBytes += size
    try {
      const reply = await fetch.call(globalThis, url, {
        method: 'POST',
        body: envelope,
        keepalive: mayKeepAlive,
        referrerPolicy: 'origin',
        credentials: 'omit',
        ...('timeout' in AbortSignal && { signal: AbortSignal.timeout(timeoutMs) }),
      })
      return {
        status: reply.status,
        rateLimits: reply.headers.get('x-sentry-rate-limits') ?? undefined,
        retryAfter: reply.headers.get('retry-after') ?? undefined,
      }
    } finally {
      if (mayKeepAlive) keptAliveBytes -= size
    }
  }
}
