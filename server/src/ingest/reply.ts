import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Answer } from './arrival.ts'
import type { Refusal } from './refusal.ts'

/** Browsers may read a reply, errors and rate limits included, only with these on every one of them. */
const corsHeaders = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'x-sentry-error, x-sentry-rate-limits, retry-after',
  'Cross-Origin-Resource-Policy': 'cross-origin',
}

const preflightHeaders = {
  'Access-Control-Allow-Methods': 'POST',
  'Access-Control-Allow-Headers':
    'x-sentry-auth, x-requested-with, x-forwarded-for, origin, referer, accept, content-type, authentication, authorization, content-encoding, transfer-encoding, sentry-trace, baggage',
  'Access-Control-Max-Age': '3600',
}

const retryAfterSeconds = 5

export function answerPreflight(response: ServerResponse): void {
  response.writeHead(204, { ...corsHeaders, ...preflightHeaders }).end()
}

export function sendAnswer(response: ServerResponse, { status, body }: Answer): void {
  const error = 'detail' in body ? errorHeader(body.detail) : {}
  const retry = status === 503 ? { 'Retry-After': String(retryAfterSeconds) } : {}
  response.writeHead(status, { ...corsHeaders, ...error, ...retry, 'Content-Type': 'application/json' })
  response.end(JSON.stringify(body))
}

export function sendRefusal(request: IncomingMessage, response: ServerResponse, refusal: Refusal): void {
  // What is left of the body is not read: the connection ends with the reply.
  const close = request.complete ? {} : { Connection: 'close' }
  if (refusal.status === 429) return sendLimited(response, close)
  const retry = refusal.status === 503 ? { 'Retry-After': String(retryAfterSeconds) } : {}
  response.writeHead(refusal.status, {
    ...corsHeaders,
    ...close,
    ...retry,
    ...errorHeader(refusal.message),
    'Content-Type': 'application/json',
  })
  response.end(JSON.stringify({ detail: refusal.message }))
}

/** The body stays empty: one SDK ignores the rate limits of a reply that has one. */
function sendLimited(response: ServerResponse, close: Record<string, string>): void {
  response.writeHead(429, {
    ...corsHeaders,
    ...close,
    'Retry-After': String(retryAfterSeconds),
    'X-Sentry-Rate-Limits': `${retryAfterSeconds}::organization:queue_full`,
  })
  response.end()
}

function errorHeader(detail: string): Record<string, string> {
  return { 'X-Sentry-Error': detail.replaceAll(/[^\x20-\x7e]/g, '?') }
}
