import type { Event } from '../event/event.ts'

/** The text of a message event; newer JavaScript SDKs also send it as an exception without a type. */
export function messageText(event: Event): string {
  return event.logentry?.formatted || event.logentry?.message || event.exception?.values.at(-1)?.value || ''
}
