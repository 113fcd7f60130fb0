import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Answer } from './arrival.ts'
import { corsHeaders } from './cors.ts'
import { errorHeader } from './error-header.ts'
import { endAfterRequest } from './end-after-request.ts'
import { LimitExceeded } from './refusals/limit-exceeded.ts'
import { MethodNotAllowed } from './refusals/method-not-allowed.ts'
import type { Refusal } from './refusals/refusal.ts'

const retryAfterSeconds = 5

export function sendAnswer(response: ServerResponse, { status, body, limited }: Answer): void {
  if (status === 429) {
    const headers = limited === undefined ? {} : rateLimitHeaders(new LimitExceeded(limited))
    return sendEmpty(response, status, headers)
  }
  const error = 'detail' in body ? errorHeader(body.detail) : {}
  const retry = status === 503 ? { 'Retry-After': String(retryAfterSeconds) } : {}
  const text = JSON.stringify(body)
  response.writeHead(status, {
    ...corsHeaders,
    ...error,
    ...retry,
    'Content-Type': 'application/json',
    'Content-Length': String(Buffer.byteLength(text)),
  })
  response.end(text)
}

export function sendEmpty(
  response: ServerResponse,
  status: number,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { ...corsHeaders, ...headers, 'Content-Length': '0' }).end()
}

export function sendBytes(
  response: ServerResponse,
  status: number,
  contentType: string,
  body: string | Buffer,
): void {
  response.writeHead(status, {
    ...corsHeaders,
    'Content-Type': contentType,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  })
  response.end(body)
}

/** What stands for the usual body of a refusal, where an address has one of its own. */
export interface RefusalForm {
  body: string
  headers?: Record<string, string>
}

export function sendRefusal(
  request: IncomingMessage,
  response: ServerResponse,
  refusal: Refusal,
  form?: RefusalForm,
): void {
  const { status, message } = refusal
  if (status === 429) {
    // Its body stays empty: one SDK ignores the rate limits of a reply that has one.
    const headers = { ...corsHeaders, ...form?.headers, ...rateLimitHeaders(refusal) }
    endAfterRequest(request, response, { status, headers, body: '' })
    return
  }
  const { body, headers } = form ?? { body: JSON.stringify({ detail: message }) }
  const type = body === '' ? {} : { 'Content-Type': 'application/json' }
  const all = { ...corsHeaders, ...type, ...headers, ...headersOf(refusal) }
  endAfterRequest(request, response, { status, headers: all, body })
}

function headersOf(refusal: Refusal): Record<string, string> {
  return {
    ...errorHeader(refusal.message),
    ...(refusal.status === 503 && { 'Retry-After': String(retryAfterSeconds) }),
    ...(refusal instanceof MethodNotAllowed && { Allow: refusal.allow }),
  }
}

function rateLimitHeaders(refusal: Refusal): Record<string, string> {
  const isLimit = refusal instanceof LimitExceeded
  return {
    'Retry-After': String(isLimit ? refusal.limited.retryAfterSeconds : retryAfterSeconds),
    'X-Sentry-Rate-Limits': isLimit
      ? refusal.rateLimits
      : `${retryAfterSeconds}::organization:${refusal.reason}`,
  }
}
