import type { ErrorRequestHandler, Request } from 'express'
import type { Problem } from '../contract/index.ts'
import { AppError, type AppErrorCode } from '../domain/app-error.ts'

const statuses: Record<AppErrorCode, number> = {
  invalid: 400,
  unauthorized: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  unsupported: 415,
  rate_limited: 429,
  internal: 500,
  unavailable: 503,
}

/** The one place where a failure becomes a reply. What has no code is logged whole and told in a bland sentence. */
export const answerErrors: ErrorRequestHandler = (error: unknown, request, response, next) => {
  if (response.headersSent) return next(error)
  const known = asAppError(error)
  if (known === undefined) request.log.error({ err: error }, 'A request failed.')
  const problem = known === undefined ? blandly(request) : problemOf(known)
  if (problem.code === 'unavailable') response.set('Retry-After', '5')
  response.status(statuses[problem.code]).set('Cache-Control', 'no-store').json(problem)
}

function problemOf({ code, message, fields }: AppError): Problem {
  return fields === undefined ? { code, message } : { code, message, fields }
}

function blandly(request: Request): Problem {
  const id = typeof request.id === 'string' ? ` under request ${request.id}` : ''
  return { code: 'internal', message: `Something went wrong on the server. Its log has the reason${id}.` }
}

function asAppError(error: unknown): AppError | undefined {
  if (error instanceof AppError) return error.code === 'internal' ? undefined : error
  // What Express itself refuses, such as a path that is not valid percent-encoding.
  const status = error instanceof Error && 'status' in error ? Number(error.status) : 500
  if (status >= 500 || Number.isNaN(status)) return undefined
  return new AppError('invalid', 'The server cannot read this request.', { cause: error })
}
