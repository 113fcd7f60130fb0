import compression from 'compression'
import express, { Router, type ErrorRequestHandler, type Express } from 'express'
import type { Logger } from 'pino'
import { AppError } from './domain/app-error.ts'
import { serveDocs } from './http/docs-page.ts'
import { answerErrors } from './http/error-handler.ts'
import { logRequests } from './http/log-requests.ts'
import { mountRoutes, type Route, type Surroundings } from './http/route.ts'
import { refuseForeignOrigins } from './http/same-origin.ts'
import { securityHeaders } from './http/security-headers.ts'
import { serveWeb } from './http/web-files.ts'
import { corsHeaders } from './ingest/cors.ts'
import { errorHeader } from './ingest/error-header.ts'
import { asUnavailable } from './store/as-unavailable.ts'

export interface AppParts extends Surroundings {
  routes: Route[]
  logger: Logger
  version: string
  trustedProxies: number
  /** The folder of the built web interface. */
  webFolder: string
}

/** Everything but ingest, which has a door of its own in front. */
export function buildApp(parts: AppParts): Express {
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', parts.trustedProxies)
  app.use(logRequests(parts.logger))
  app.use(securityHeaders(parts.publicUrl))
  app.use(compression())
  app.use('/api/v1', buildApi(parts))
  app.use('/api', refuseUnknownIngest)
  app.use(serveWeb(parts.webFolder))
  app.use(refuseUnknown)
  app.use(tellStoreFailures)
  app.use(answerErrors)
  return app
}

function buildApi(parts: AppParts): Router {
  const api = Router()
  api.use((_request, response, next) => (response.set('Cache-Control', 'no-store'), next()))
  api.get('/openapi.json', async (_request, response) => void response.json(await describe(parts)))
  api.use('/docs', serveDocs())
  api.use(refuseForeignOrigins(parts.publicUrl))
  mountRoutes(api, parts.routes, parts)
  api.use(refuseUnknown)
  return api
}

/** What Express itself refuses has a status, and is none. */
const tellStoreFailures: ErrorRequestHandler = (error: unknown, request, _response, next) => {
  const told = error instanceof Error && 'status' in error ? error : asUnavailable(error)
  if (told !== error) request.log.error({ err: error }, 'The store failed.')
  next(told)
}

/** Made when it is asked for: its library is loaded then, which a start need not wait for. */
async function describe({ routes, version }: AppParts) {
  const { describeApi } = await import('./http/openapi.ts')
  return describeApi(routes, version)
}

/** As ingest answers, for a client whose DSN is broken: its browser must be able to read the reply. */
function refuseUnknownIngest({ method, originalUrl }: express.Request, response: express.Response): void {
  const path = originalUrl.replace(/\?.*$/s, '')
  const detail = `There is no ${method} ${path} here. Compare the DSN with the one on the project's page.`
  response
    .status(404)
    .set({ ...corsHeaders, ...errorHeader(detail) })
    .json({ detail })
}

function refuseUnknown({ method, originalUrl }: express.Request): never {
  const path = originalUrl.replace(/\?.*$/s, '')
  throw new AppError('not_found', `There is no ${method} ${path} here. The API is described at /api/v1/docs.`)
}
