import { randomBytes } from 'node:crypto'
import type { RequestHandler, Response } from 'express'
import helmet from 'helmet'

/** What every page and answer says about itself; pages find their style nonce by `nonceOf`. */
export function securityHeaders(publicUrl: string | undefined): RequestHandler[] {
  const isHttps = publicUrl?.startsWith('https://') ?? false
  return [makeNonce, helmet({ ...headers, ...(isHttps ? onHttps : onHttp) })]
}

export function nonceOf(response: Response): string {
  return String(response.locals['cspNonce'])
}

const makeNonce: RequestHandler = (_request, response, next) => {
  response.locals['cspNonce'] = randomBytes(16).toString('base64')
  next()
}

const headers = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: [
        "'self'",
        (_request: unknown, response: unknown) => `'nonce-${nonceOf(response as Response)}'`,
      ],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
      formAction: ["'self'"],
    },
  },
  referrerPolicy: { policy: 'same-origin' },
  originAgentCluster: false,
} as const

const onHttps = { strictTransportSecurity: { includeSubDomains: false } }

/** Browsers ignore these on plain http, and say so on the console. */
const onHttp = { strictTransportSecurity: false, crossOriginOpenerPolicy: false } as const
