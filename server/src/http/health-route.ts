import { health } from '../contract/index.ts'
import { defineRoute, type Route } from './route.ts'

export function healthRoute(version: string, check: () => Promise<'ok' | 'degraded' | 'failed'>): Route {
  return defineRoute({
    method: 'get',
    path: '/health',
    summary: 'Whether the server can do its work',
    access: 'open',
    answer: health,
    async handler({ response }) {
      const status = await check()
      // What watches a container looks at nothing else.
      if (status === 'failed') response.status(503)
      return { status, version }
    },
  })
}
