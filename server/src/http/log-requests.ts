import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { RequestHandler } from 'express'
import type { Logger } from 'pino'
import { pinoHttp } from 'pino-http'

/**
 * Logs each request by an allow-list: never headers, cookies, bodies or queries, since these hold tokens,
 * passwords and what people search for.
 */
export function logRequests(logger: Logger): RequestHandler {
  return pinoHttp({
    logger,
    genReqId: (_request, response) => {
      const id = randomUUID()
      response.setHeader('X-Request-Id', id)
      return id
    },
    wrapSerializers: false,
    serializers: { req: describeRequest, res: ({ statusCode }: ServerResponse) => ({ statusCode }) },
  })
}

function describeRequest(request: IncomingMessage & { originalUrl?: string }) {
  const url = request.originalUrl ?? request.url ?? ''
  return { id: request.id, method: request.method, path: url.replace(/\?.*$/s, '') }
}
