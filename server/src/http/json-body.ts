import express, { type Request, type RequestHandler } from 'express'
import { AppError } from '../domain/app-error.ts'

/** Larger than any request of the API; events and uploads have doors and limits of their own. */
const maxBytes = 1024 * 1024

/** Reads the body of a mutation. Other types than JSON are refused, since a foreign page's form can send those. */
export function readJsonBody(): RequestHandler {
  const read = express.json({ limit: maxBytes, type: 'application/json' })
  return (request, response, next) => {
    if (isOtherThanJson(request)) {
      throw new AppError('unsupported', 'Send the body as JSON, with Content-Type: application/json.')
    }
    read(request, response, (error?: unknown) => (error === undefined ? next() : next(refusalOf(error))))
  }
}

function isOtherThanJson(request: Request): boolean {
  return request.is('*/*') !== null && request.is('application/json') === false
}

function refusalOf(cause: unknown): unknown {
  const type = typeof cause === 'object' && cause !== null && 'type' in cause ? cause.type : undefined
  switch (type) {
    case 'entity.parse.failed':
      return new AppError('invalid', 'The body is not valid JSON.', { cause })
    case 'entity.too.large':
      return new AppError('too_large', `The body is larger than ${maxBytes} bytes.`, { cause })
    case 'encoding.unsupported':
    case 'charset.unsupported':
      return new AppError(
        'unsupported',
        'Send the body in UTF-8; it may be packed with gzip, deflate or br.',
        {
          cause,
        },
      )
    default:
      return cause
  }
}
