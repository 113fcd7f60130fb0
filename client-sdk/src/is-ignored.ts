import type { Event } from './options.ts'

/** Whether one of the patterns is in the event's `Type: message`, or matches it. */
export function isIgnored({ exception, message }: Event, patterns: (string | RegExp)[] = []): boolean {
  const last = exception?.values.at(-1)
  const text = last === undefined ? (message ?? '') : `${last.type ?? ''}: ${last.value ?? ''}`
  // `search` starts at the beginning, also with a pattern that remembers where it was (`/g`).
  return patterns.some((pattern) =>
    typeof pattern === 'string' ? text.includes(pattern) : text.search(pattern) !== -1,
  )
}
