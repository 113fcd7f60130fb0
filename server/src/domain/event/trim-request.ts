import type { Request } from './event.ts'
import type { Note } from './meta.ts'
import { trimJson } from './trim-json.ts'
import { trimList } from './trim-list.ts'
import { trimText } from './trim-text.ts'

const pairs = { most: 100, atHead: 100 }
const longestItem = 2_048
const bodyChars = 32 * 1024
const envChars = 16 * 1024

export function trimRequest(request: Request, notes: Note[]): Request {
  const { data, env } = request
  return {
    ...request,
    ...trimPairs('query_string', request, notes),
    ...trimPairs('headers', request, notes),
    ...trimPairs('cookies', request, notes),
    ...(data !== undefined && trimJson({ data }, { chars: bodyChars, depth: 11 }, ['request'], notes)),
    ...(env && { env: trimJson(env, { chars: envChars }, ['request', 'env'], notes) }),
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
  const kept = trimList(list, pairs, path, notes).map(([key, text], index): [string, string] => [
    key,
    trimText(text, longestItem, [...path, String(index), '1'], notes),
  ])
  return { [part]: kept }
}
