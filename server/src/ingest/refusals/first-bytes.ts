import type { IncomingMessage } from 'node:http'

/**
 * Tells the beginning of a body that is not wanted: it is read over in any case. Nothing waits for it, least of all the
 * reply.
 */
export function tellFirstBytes(request: IncomingMessage, tell: (start: Uint8Array) => void): void {
  if (request.readableEnded || request.destroyed) return tell(new Uint8Array())
  let isTold = false
  const once = (start: Uint8Array): void => {
    if (!isTold) tell(start)
    isTold = true
  }
  request.once('data', once)
  const tellNothing = (): void => once(new Uint8Array())
  request.once('end', tellNothing)
  request.once('close', tellNothing)
}
