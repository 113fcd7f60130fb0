import type { NextFunction, Request, RequestHandler, Response } from 'express'
import { withScope } from '../api.ts'
import { learnOwnPlaces } from '../own-places.ts'
import { registry } from '../registry.ts'
import { describeRequest } from './describe-request.ts'

/**
 * Gives each request a scope of its own: user, tags and breadcrumbs of one never reach another's events. Put it
 * before everything else.
 *
 *     app.use(requestContext())
 */
export function requestContext(): RequestHandler {
  function mishapRequestContext(request: Request, _response: Response, next: NextFunction): void {
    withScope((scope) => {
      scope.journey = { lastEventId: undefined }
      scope.describeRequest = () =>
        describeRequest(request, registry().client?.settings.sendDefaultPii === true)
      registry().requestScopes.set(request, scope)
      next()
    })
  }
  learnOwnPlaces((probe) => mishapRequestContext({} as Request, {} as Response, probe))
  return mishapRequestContext
}
