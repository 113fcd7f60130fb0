import type { Breadcrumb, Json } from './event.ts'
import { readLevel } from './normalise-level.ts'
import { isInCalendar, readTime } from './normalise-time.ts'
import { asObject, asText, asValues, filled, present } from './read-json.ts'

/** Oldest first, with times corrected like the event's own. */
export function normaliseBreadcrumbs(value: Json | undefined, driftMs: number): Breadcrumb[] {
  return asValues(value).flatMap((crumb) => {
    const time = readTime(crumb['timestamp'])
    const normalised: Breadcrumb = present({
      timestamp: isoTime(time, driftMs),
      type: asText(crumb['type'] ?? crumb['ty']),
      category: asText(crumb['category']),
      level: readLevel(crumb['level']),
      message: asText(crumb['message']),
      data: filled(asObject(crumb['data'])),
    })
    return filled(normalised) ?? []
  })
}

function isoTime(time: number | undefined, driftMs: number): string | undefined {
  if (time === undefined || !isInCalendar(time + driftMs)) return undefined
  return new Date(time + driftMs).toISOString()
}
