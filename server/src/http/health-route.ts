import { health, type Health } from '../contract/index.ts'
import { defineRoute, type Route } from './route.ts'

export function healthRoute(version: string, check: () => Promise<Omit<Health, 'version'>>): Route {
  return defineRoute({
    method: 'get',
    path: '/health',
    summary: 'Whether the server can do its work',
    access: 'open',
    answer: health,
    async handler({ response }) {
      const found = await check()
      // What watches a container looks at nothing else.
      if (found.status === 'failed') response.status(503)
      return { ...found, version }
    },
  })
}
