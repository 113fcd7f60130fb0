import type { Json, Request } from './event.ts'
import { asObject, asPairs, asText, present } from './read-json.ts'

const methodPattern = /^[A-Z\-_]{3,32}$/

/** The HTTP request during which it happened: query and fragment apart from the URL, cookies from the headers. */
export function normaliseRequest(value: Json | undefined): Request | undefined {
  const request = asObject(value)
  if (request === undefined) return undefined
  const { url, query, fragment } = splitUrl(asText(request['url']))
  const headers = asPairs(request['headers'])
  const cookieHeader = headers.find(([name]) => name.toLowerCase() === 'cookie')?.[1]
  const method = asText(request['method'], 32)?.toUpperCase()
  const normalised: Request = present({
    url,
    method: method !== undefined && methodPattern.test(method) ? method : undefined,
    query_string: nonEmpty(queryPairs(request['query_string'] ?? query)),
    fragment: asText(request['fragment']) ?? fragment,
    headers: nonEmpty(headers.filter(([name]) => name.toLowerCase() !== 'cookie')),
    cookies: nonEmpty(cookiePairs(request['cookies'] ?? cookieHeader)),
    data: bodyOf(request['data']),
    env: asObject(request['env']),
  })
  return Object.keys(normalised).length > 0 ? normalised : undefined
}

function splitUrl(url: string | undefined): { url?: string; query?: string; fragment?: string } {
  if (url === undefined) return {}
  const [withoutFragment, fragment] = splitAt(url, '#')
  const [base, query] = splitAt(withoutFragment, '?')
  return present({
    url: base === '' ? undefined : base,
    query,
    fragment: fragment === '' ? undefined : fragment,
  })
}

function splitAt(text: string, separator: string): [string, string?] {
  const at = text.indexOf(separator)
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + 1)]
}

function queryPairs(value: Json | undefined): [string, string][] {
  if (typeof value !== 'string') return asPairs(value)
  return [...new URLSearchParams(value.replace(/^\?/, ''))]
}

function cookiePairs(value: Json | undefined): [string, string][] {
  if (typeof value !== 'string') return asPairs(value)
  return value.split(';').flatMap((part) => {
    const [name, content = ''] = splitAt(part.trim(), '=')
    return name === '' ? [] : [[name, content] satisfies [string, string]]
  })
}

/** JavaScript sends a JSON body as text, Python as an object: both are shown as what they hold. */
function bodyOf(value: Json | undefined): Json | undefined {
  if (value === null || value === '') return undefined
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value
  try {
    const parsed: Json = JSON.parse(value)
    return parsed
  } catch {
    return value
  }
}

function nonEmpty<Item>(list: Item[]): Item[] | undefined {
  return list.length > 0 ? list : undefined
}
