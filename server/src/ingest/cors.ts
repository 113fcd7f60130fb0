import type { ServerResponse } from 'node:http'

/** Browsers may read a reply, errors and rate limits included, only with these on every one of them. */
export const corsHeaders = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'x-sentry-error, x-sentry-rate-limits, x-sentry-context, retry-after',
  'Cross-Origin-Resource-Policy': 'cross-origin',
}

const preflightHeaders = {
  'Access-Control-Allow-Headers':
    'x-sentry-auth, x-requested-with, x-forwarded-for, origin, referer, accept, content-type, authentication, authorization, content-encoding, transfer-encoding, sentry-trace, baggage',
  'Access-Control-Max-Age': '3600',
}

export function answerPreflight(response: ServerResponse, methods: readonly string[]): void {
  const allowed = { 'Access-Control-Allow-Methods': [...methods, 'OPTIONS'].join(', ') }
  response.writeHead(204, { ...corsHeaders, ...preflightHeaders, ...allowed }).end()
}
