import type { Event, SecurityKind } from '../../domain/event/event.ts'
import { asObject, present } from '../../domain/event/read-json.ts'
import { scrubEvent, type ScrubSettings } from '../../domain/scrub/index.ts'

/** A browser's report is data under names of its own, as `extra` is: it is scrubbed like that, with remarks in its place. */
export function scrubReport(event: Event, kind: SecurityKind, settings: ScrubSettings): Event {
  const { event_id, timestamp, received, type, level, platform } = event
  const bare: Event = { event_id, timestamp, received, type, level, platform }
  const { extra, _meta: meta } = scrubEvent({ ...bare, ...present({ extra: event[kind] }) }, settings)
  const remarks = asObject(meta)?.['extra']
  if (extra === undefined || remarks === undefined) return event
  return { ...event, [kind]: extra, _meta: { ...asObject(event._meta), [kind]: remarks } }
}
