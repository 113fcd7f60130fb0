import type { Event } from '../event/event.ts'

/** A header of the request during which it happened, by its name in small letters. */
export function readHeader(event: Event, lowerName: string): string | undefined {
  return event.request?.headers?.find(([name]) => name.toLowerCase() === lowerName)?.[1]
}
