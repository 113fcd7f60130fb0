import type { Json, LogEntry } from './event.ts'
import { asList, asObject, asText, type JsonObject } from './read-json.ts'

/** The message of an event, from `logentry` or `message`, either of which may be a text or an object. */
export function normaliseMessage(raw: JsonObject): LogEntry | undefined {
  const entry =
    asObject(raw['logentry']) ?? asObject(raw['sentry.interfaces.Message']) ?? asObject(raw['message'])
  const template = messageText(entry?.['message']) ?? messageText(raw['logentry'])
  const said = messageText(raw['message'])
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
  return typeof value === 'string' && value !== '' ? value : asText(value === false ? undefined : value)
}

const placeholder = /%(?:\((\w+)\))?[sdifr]|\{(\w*)\}/g

/** `%s`, `%(name)s`, `{}` and `{name}`, as Python and its kin write them. What finds no value stays. */
function fill(template: string, params: Json[] | JsonObject | undefined): string {
  if (params === undefined) return template
  const list = Array.isArray(params) ? params : []
  let next = 0
  return template.replace(placeholder, (whole, percentName?: string, braceName?: string) => {
    const name = percentName ?? braceName ?? ''
    const value = Array.isArray(params) ? list[name === '' ? next++ : Number(name)] : params[name]
    return value === undefined ? whole : (asText(value) ?? JSON.stringify(value))
  })
}
