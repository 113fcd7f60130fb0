import type { Request } from '../event/event.ts'
import { replaced } from './keep-same.ts'
import { scrubPairs, scrubTexts } from './scrub-fields.ts'
import { scrubJson, scrubObject } from './scrub-json.ts'
import { inside, type Walk } from './walk.ts'

/** Each name of a cookie is judged as one: most are sessions under names of their own. */
const prefixes = { query_string: '', headers: '', cookies: 'cookie_' } as const

export function scrubRequest(request: Request, walk: Walk): Request {
  let scrubbed = scrubTexts(request, ['url', 'fragment'], walk, 'text')
  for (const part of ['query_string', 'headers', 'cookies'] as const) {
    const pairs = request[part]
    if (pairs === undefined) continue
    scrubbed = replaced(
      scrubbed,
      part,
      inside(walk, part, () => scrubPairs(pairs, prefixes[part], walk)),
    )
  }
  const { data, env } = request
  if (data !== undefined)
    scrubbed = replaced(scrubbed, 'data', scrubJson(data, 'data', walk.rules.judge('data'), walk))
  if (env === undefined) return scrubbed
  return replaced(
    scrubbed,
    'env',
    inside(walk, 'env', () => scrubObject(env, undefined, walk)),
  )
}
