import type { EventBounds } from './event-bounds.ts'
import type { Request } from './event.ts'
import type { Note } from './meta.ts'
import { trimFields } from './trim-fields.ts'
import { trimJson } from './trim-json.ts'
import { trimList } from './trim-list.ts'
import { trimEnd, trimText } from './trim-text.ts'

const pairs = { most: 100, atHead: 100 }
const longestName = 256
const longestItem = 2_048
const bodyChars = 32 * 1024
const envChars = 16 * 1024

export function trimRequest(request: Request, bounds: EventBounds, notes: Note[]): Request {
  const { data, env } = request
  const { depthStored: depth, valueChars: value } = bounds
  const fields = [
    ['url', value, trimText],
    ['fragment', value, trimText],
  ] as const
  return {
    ...trimFields(request, fields, ['request'], notes),
    ...trimPairs('query_string', request, notes),
    ...trimPairs('headers', request, notes),
    ...trimPairs('cookies', request, notes),
    ...(data !== undefined &&
      trimJson({ data }, { chars: bodyChars, depth: depth + 1, value }, ['request'], notes)),
    ...(env && { env: trimJson(env, { chars: envChars, depth, value }, ['request', 'env'], notes) }),
  }
}

function trimPairs(
  part: 'query_string' | 'headers' | 'cookies',
  request: Request,
  notes: Note[],
): Partial<Request> {
  const list = request[part]
  if (list === undefined) return {}
  const path = ['request', part]
  const kept = trimList(list, pairs, path, notes).map((pair, index): [string, string] => {
    const [key, text] = pair
    if (key.length <= longestName && text.length <= longestItem) return pair
    const at = [...path, String(index)]
    return [trimEnd(key, longestName, [...at, '0'], notes), trimText(text, longestItem, [...at, '1'], notes)]
  })
  return { [part]: kept }
}
