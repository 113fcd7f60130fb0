import type { Request, RequestHandler } from 'express'
import { AppError } from '../domain/app-error.ts'
import { bearerTokenOf } from './bearer-token.ts'
import { originOf } from './origin.ts'

/**
 * Refuses mutations that another site's page makes with a visitor's cookie. Browsers name the origin of every
 * request that is not a GET; what names none is no browser. A bearer token is never sent by itself, so it needs no check.
 */
export function refuseForeignOrigins(publicUrl: string | undefined): RequestHandler {
  return (request, _response, next) => {
    if (mayChange(request) && bearerTokenOf(request) === undefined && isForeign(request, publicUrl)) {
      throw new AppError(
        'forbidden',
        `This request came from another origin. Open Mishap at ${originOf(request, publicUrl)}, or use an API token.`,
      )
    }
    next()
  }
}

function mayChange(request: Request): boolean {
  return !['GET', 'HEAD', 'OPTIONS'].includes(request.method)
}

function isForeign(request: Request, publicUrl: string | undefined): boolean {
  const { origin } = request.headers
  if (origin === undefined) return !['same-origin', 'none', undefined].includes(fetchSiteOf(request))
  // Behind a proxy that is not configured the scheme is unknown here, so without a public URL hosts are compared.
  return publicUrl === undefined ? hostOf(origin) !== request.host : origin !== publicUrl
}

function fetchSiteOf(request: Request): string | undefined {
  return request.get('Sec-Fetch-Site')
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}
