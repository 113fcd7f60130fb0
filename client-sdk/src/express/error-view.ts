import type { ErrorRequestHandler, NextFunction, Request, Response } from 'express'
import { captureException } from '../api.ts'
import { noEventId } from '../make-event-id.ts'
import { isObject, readProperty } from '../read-safely.ts'
import { currentScope, registry, runWithScope } from '../registry.ts'
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
    const eventId = mayReport(() => shouldReport(error, status)) ? report(error, request) : undefined
    if (response.headersSent) return next(error)
    for (const name of headersOfTheFailed) response.removeHeader(name)
    response.status(status).set('Cache-Control', 'no-store')
    const page: ErrorPage = { status, message: messageFor(status), eventId }
    if (wantsJson(request)) {
      response.json({ error: { message: page.message, ...(eventId !== undefined && { eventId }) } })
    } else {
      response.type('html').send(renderSafely(render, page))
    }
  }
}

/** What the route said of the answer that it did not come to give. */
const headersOfTheFailed = [
  'Content-Disposition',
  'Content-Encoding',
  'Content-Language',
  'Content-Length',
  'Content-Range',
  'ETag',
  'Expires',
  'Last-Modified',
]

/** The id of the event; undefined when none was made: the page must not say that there is one. */
function report(error: unknown, request: Request): string | undefined {
  const own = registry().requestScopes.get(request)
  const current = currentScope()
  const scope = own === undefined || own.journey === current.journey ? current : own
  const mechanism = { type: 'auto.http.express', handled: false }
  const eventId = runWithScope(scope, () => captureException(error, { mechanism }))
  return eventId === noEventId ? undefined : eventId
}

/** An error is reported once too often rather than not at all. */
function mayReport(shouldReport: () => boolean): boolean {
  try {
    return shouldReport()
  } catch {
    return true
  }
}

/** Express would answer an error of ours with its stack. */
function renderSafely(render: (page: ErrorPage) => string, page: ErrorPage): string {
  try {
    return render(page)
  } catch {
    return renderErrorPage(page)
  }
}

/** API clients often accept anything: then what they sent tells. */
function wantsJson(request: Request): boolean {
  const { accept = '', 'content-type': sent = '' } = request.headers
  if (/\bhtml\b/.test(accept)) return request.accepts(['html', 'json']) === 'json'
  return /[/+]json\b/.test(accept) || /[/+]json\b/.test(sent)
}

function isServerFault(_error: unknown, status: number): boolean {
  return status >= 500
}

function statusOf(error: unknown): number {
  if (!isObject(error)) return 500
  const status = readProperty(error, 'status') ?? readProperty(error, 'statusCode')
  return typeof status === 'number' && Number.isInteger(status) && status >= 400 && status <= 599
    ? status
    : 500
}

/** In words for a visitor: the error's own may hold anything. */
function messageFor(status: number): string {
  if (status === 404) return 'This page does not exist.'
  if (status === 401 || status === 403) return 'You are not allowed to see this page.'
  if (status < 500) return 'This request could not be understood.'
  return 'Something went wrong on our side.'
}
