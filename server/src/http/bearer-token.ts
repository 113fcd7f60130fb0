import type { Request } from 'express'

/** The token of `Authorization: Bearer …`. Other schemes, such as a proxy's own password, are not ours to read. */
export function bearerTokenOf(request: Request): string | undefined {
  return /^Bearer +(\S+) *$/i.exec(request.headers.authorization ?? '')?.[1]
}
