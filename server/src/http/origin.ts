import type { Request } from 'express'
import { AppError } from '../domain/app-error.ts'

/** The origin under which this server is meant to be reached: the configured one, else the request's own. */
export function originOf(request: Request, publicUrl: string | undefined): string {
  if (publicUrl !== undefined) return publicUrl
  const origin = `${request.protocol}://${request.host}`
  if (!URL.canParse(origin) || new URL(origin).origin !== origin.toLowerCase()) {
    throw new AppError('invalid', 'The Host header is not the name of a host.')
  }
  return origin
}
