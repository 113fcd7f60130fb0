import type { Request } from 'express'

/** The origin under which this server is meant to be reached: the configured one, else the request's own. */
export function originOf(request: Request, publicUrl: string | undefined): string {
  return publicUrl ?? `${request.protocol}://${request.host}`
}
