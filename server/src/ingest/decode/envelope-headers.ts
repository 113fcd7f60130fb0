import { readTime } from '../../domain/event/normalise-time.ts'

const eventId = /^[0-9a-f]{32}$/

/** An event id in any form that clients send (hyphens, upper case); undefined when it is not a UUID. */
export function readEventId(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > 40) return undefined
  const id = value.replaceAll('-', '').toLowerCase()
  return eventId.test(id) ? id : undefined
}

/** When the client says it sent the envelope, epoch milliseconds. A bad header is dropped, the envelope kept. */
export function readSentAt(value: unknown): number | undefined {
  return typeof value === 'string' || typeof value === 'number' ? readTime(value) : undefined
}
