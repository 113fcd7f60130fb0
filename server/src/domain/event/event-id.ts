const eventId = /^[0-9a-f]{32}$/

/** An event id in any form that clients and people write it (hyphens, upper case); undefined when it is not a UUID. */
export function readEventId(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > 40) return undefined
  const id = value.replaceAll('-', '').toLowerCase()
  return eventId.test(id) ? id : undefined
}
