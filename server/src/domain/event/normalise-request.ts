import { cleanText } from './clean-text.ts'
import { cleanData } from './clean-tree.ts'
import type { Json, Request } from './event.ts'
import { EventFormatError, parseJsonText } from './parse-event-json.ts'
import { asObject, asPairs, asText, filled, nonEmpty, present } from './read-json.ts'

const methodPattern = /^[A-Z\-_]{3,32}$/

/** The HTTP request during which it happened: query and fragment apart from the URL, cookies from the headers. */
export function normaliseRequest(value: Json | undefined): Request | undefined {
  const request = asObject(value)
  if (request === undefined) return undefined
  const { url, query, fragment } = splitUrl(asText(request['url']))
  const headers = asPairs(request['headers']).map(([name, text]): [string, string] => [trainCase(name), text])
  const method = asText(request['method'])?.toUpperCase()
  const normalised: Request = present({
    url,
    method: method !== undefined && methodPattern.test(method) ? method : undefined,
    query_string: nonEmpty(queryPairs(request['query_string'] || query)),
    fragment: asText(request['fragment']) ?? fragment,
    headers: nonEmpty(headers.filter(([name]) => name !== 'Cookie')),
    cookies: nonEmpty(cookiePairs(request['cookies'] || valueOf(headers, 'Cookie'))),
    data: bodyOf(request['data'], valueOf(headers, 'Content-Type')),
    env: filled(asObject(request['env'])),
  })
  return filled(normalised)
}

/** HTTP does not tell `content-type` from `Content-Type`: one form can be searched, compared and read. */
function trainCase(name: string): string {
  return name.replaceAll(/(?:^|-)[a-z]/g, (start) => start.toUpperCase())
}

function valueOf(headers: [string, string][], name: string): string | undefined {
  return headers.find(([candidate]) => candidate === name)?.[1]
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
  return typeof value === 'string' ? decodedPairs(value.replace(/^\?/, '')) : asPairs(value)
}

/** Escapes such as `%00` are decoded, so what they stood for is cleaned. */
function decodedPairs(text: string): [string, string][] {
  return [...new URLSearchParams(text)].flatMap(([key, item]) =>
    key === '' ? [] : [[cleanText(key), cleanText(item)] satisfies [string, string]],
  )
}

function cookiePairs(value: Json | undefined): [string, string][] {
  if (typeof value !== 'string') return asPairs(value)
  return value.split(';').flatMap((part) => {
    const [name, content = ''] = splitAt(part.trim(), '=')
    return name === '' ? [] : [[name, content] satisfies [string, string]]
  })
}

/** JavaScript sends a JSON body as text, Python as an object: both are shown as what they hold, and so are forms. */
function bodyOf(value: Json | undefined, contentType = ''): Json | undefined {
  if (value === null || value === '') return undefined
  if (typeof value !== 'string') return value
  if (/^\s*[[{]/.test(value)) return jsonBody(value)
  if (!contentType.toLowerCase().startsWith('application/x-www-form-urlencoded')) return value
  return filled(Object.fromEntries(decodedPairs(value))) ?? value
}

function jsonBody(text: string): Json {
  try {
    return cleanData(parseJsonText(text))
  } catch (error) {
    if (error instanceof EventFormatError) return text
    throw error
  }
}
