import type { ErrorRequestHandler, NextFunction, Request, Response } from 'express'
import { captureException } from '../api.ts'
import { renderErrorPage, type ErrorPage } from './error-page.ts'

/** What `errorView` takes. */
export interface ErrorViewOptions {
  /** Which errors are reported; by default those whose status is 500 or above, or that have none. */
  shouldReport?: (error: unknown, status: number) => boolean
  /** Makes the page's HTML. It gets what may be shown to a visitor, and nothing of the error itself. */
  render?: (page: ErrorPage) => string
}

/**
 * Reports what a route threw and answers the visitor with a page, or JSON for API clients, that shows the id of
 * the event and never the error. Put it after all routes.
 *
 *     app.use(errorView())
 */
export function errorView({
  shouldReport = isServerFault,
  render = renderErrorPage,
}: ErrorViewOptions = {}): ErrorRequestHandler {
  // Express tells error handlers by their four parameters.
  return function mishapErrorView(
    error: unknown,
    request: Request,
    response: Response,
    next: NextFunction,
  ): void {
    const status = statusOf(error)
    const eventId = shouldReport(error, status)
      ? captureException(error, { type: 'auto.http.express', handled: false })
      : undefined
    if (response.headersSent) return next(error)
    response.status(status).set('Cache-Control', 'no-store')
    const page: ErrorPage = { status, message: messageFor(status), eventId }
    if (request.accepts(['html', 'json']) === 'json') {
      response.json({ error: { message: page.message, ...(eventId !== undefined && { eventId }) } })
    } else {
      response.type('html').send(render(page))
    }
  }
}

function isServerFault(_error: unknown, status: number): boolean {
  return status >= 500
}

function statusOf(error: unknown): number {
  if (typeof error !== 'object' || error === null) return 500
  const status: unknown = Reflect.get(error, 'status') ?? Reflect.get(error, 'statusCode')
  return typeof status === 'number' && status >= 400 && status <= 599 ? status : 500
}

/** In words for a visitor: the error's own may hold anything. */
function messageFor(status: number): string {
  if (status === 404) return 'This page does not exist.'
  if (status === 401 || status === 403) return 'You are not allowed to see this page.'
  if (status < 500) return 'This request could not be understood.'
  return 'Something went wrong on our side.'
}
