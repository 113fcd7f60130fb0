import type { Json, LogEntry } from './event.ts'
import { asList, asObject, asText, filled, type JsonObject } from './read-json.ts'

/** The message of an event, from `logentry` or `message`, either of which may be a text or an object. */
export function normaliseMessage(raw: JsonObject): LogEntry | undefined {
  const said = asObject(raw['message']) === undefined ? messageText(raw['message']) : undefined
  return readEntry(raw['logentry'], said) ?? readEntry(raw['message'], said)
}

function readEntry(value: Json | undefined, said: string | undefined): LogEntry | undefined {
  const entry = asObject(value)
  const template = messageText(entry === undefined ? value : entry['message'])
  const params = asList(entry?.['params']) ?? asObject(entry?.['params'])
  const formatted = messageText(entry?.['formatted']) ?? said ?? (template && fill(template, params))
  if (formatted === undefined) return undefined
  return {
    ...(template !== undefined && template !== formatted && { message: template }),
    ...(params !== undefined && { params }),
    formatted,
  }
}

/** Not cut here: the fingerprint is made from the whole text. */
function messageText(value: Json | undefined): string | undefined {
  if (typeof value === 'object' && value !== null) return filled(value) && JSON.stringify(value)
  if (typeof value === 'string') return value === '' ? undefined : value
  return value === false ? undefined : asText(value)
}

// Flags and widths are short: without a bound a long row of zeros would be tried in every division.
const placeholder = /%%|%(?:\((\w{1,64})\))?[-+#0]{0,4}\d{0,4}(?:\.\d{1,4})?[sdifrxgeujcoO]|\{(\w{0,64})\}/g

/** `%s`, `%(name)s`, `{}` and `{name}`, as Python and its kin write them. What finds no value stays. */
function fill(template: string, params: Json[] | JsonObject | undefined): string {
  if (params === undefined) return template
  let next = 0
  return template.replace(placeholder, (whole, percentName?: string, braceName?: string) => {
    if (whole === '%%') return '%'
    const name = percentName ?? braceName ?? ''
    const key = name === '' ? String(next++) : name
    const value = Array.isArray(params) ? params[Number(key)] : ownValue(params, key)
    if (value === '') return ''
    return value === undefined ? whole : (asText(value) ?? JSON.stringify(value))
  })
}

function ownValue(object: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined
}
