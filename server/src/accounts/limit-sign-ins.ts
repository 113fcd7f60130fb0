import type { Request, RequestHandler } from 'express'
import { ipKeyGenerator, rateLimit } from 'express-rate-limit'
import { AppError } from '../domain/app-error.ts'

const windowMs = 15 * 60 * 1000

/** Failed attempts an address may make: few at one account, more at all together. */
export function limitSignIns(): RequestHandler[] {
  return [
    limitFailures(10, (request) => `${addressOf(request)} ${emailOf(request)}`),
    limitFailures(100, addressOf),
  ]
}

function limitFailures(limit: number, keyGenerator: (request: Request) => string): RequestHandler {
  return rateLimit({
    windowMs,
    limit,
    keyGenerator,
    skipSuccessfulRequests: true,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (_request, _response, next) =>
      next(new AppError('rate_limited', 'Too many failed attempts to sign in. Try again in 15 minutes.')),
  })
}

function addressOf(request: Request): string {
  return ipKeyGenerator(request.ip ?? '')
}

function emailOf(request: Request): string {
  const body: unknown = request.body
  const email = typeof body === 'object' && body !== null && 'email' in body ? body.email : undefined
  return String(email).toLowerCase().slice(0, 200)
}
