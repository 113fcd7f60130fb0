import type { Event } from './event.ts'

/** Whether nobody caught it: one exception of the chain says so. */
export function isUnhandled(event: Event): boolean {
  return event.exception?.values.some((exception) => exception.mechanism?.handled === false) ?? false
}
