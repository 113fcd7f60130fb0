/** Longer ones are data with a message in it at best. */
const MAX_JSON = 10_000
const SAYING = ['message', 'msg', 'event', 'error', 'title', 'reason']

/** What a message says that is an object in JSON, as structured logs are; else undefined. */
export function textOfJson(text: string): string | undefined {
  if (!text.startsWith('{') || text.length > MAX_JSON) return undefined
  const fields = parseObject(text)
  if (!fields) return undefined
  const said = SAYING.map((name) => fields.get(name)).find(
    (value) => typeof value === 'string' && value !== '',
  )
  return typeof said === 'string' ? said : `object with keys: ${[...fields.keys()].toSorted().join(', ')}`
}

function parseObject(text: string): Map<string, unknown> | undefined {
  try {
    const parsed: unknown = JSON.parse(text)
    return typeof parsed === 'object' && parsed !== null ? new Map(Object.entries(parsed)) : undefined
  } catch {
    return undefined
  }
}
