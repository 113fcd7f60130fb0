import type { Event } from '../../../lib/api.ts'

/** The messages of which parts may have been made: that of a title, and those of the event on the page. */
export function textsOf({ title }: { title: string }, event?: Event): string[] {
  const withoutType = title.slice(title.indexOf(': ') + 2)
  const shown = event?.exception?.values.map(({ value }) => value) ?? []
  return [withoutType, title, ...shown, event?.logentry?.message, event?.logentry?.formatted].filter(
    (text): text is string => text !== undefined && text !== '',
  )
}
