import type { Event } from '../../domain/event/event.ts'
import { trimEvent } from '../../domain/event/trim-event.ts'
import { filterEvent } from '../../domain/filters/index.ts'
import { groupEvent, markInApp, olderFingerprints } from '../../domain/grouping/index.ts'
import { scrubEvent } from '../../domain/scrub/index.ts'
import { outcomeOf } from '../outcome-of.ts'
import { buildRecord } from './build-record.ts'
import type { EventCategory, Kept } from './decoded.ts'
import type { ItemContext } from './item-context.ts'

/**
 * From the normalised event to what is recorded, in the order that keeps each step honest: nothing unscrubbed goes on,
 * the fingerprint is made from the whole event, and what is stored is cut to its limits.
 */
export function finishEvent(
  normalised: Event,
  category: EventCategory,
  { arrival, settings, limits }: ItemContext,
): Partial<Kept> {
  const scrubbed = scrubEvent(normalised, settings.scrubbing)
  const filtered = filterEvent(scrubbed, settings.filters)
  if (filtered !== undefined) {
    return {
      filtered: [{ eventId: scrubbed.event_id, reason: filtered }],
      outcomes: [outcomeOf(arrival, 'filtered', category, filtered)],
    }
  }
  const marked = markInApp(scrubbed, settings.grouping)
  const grouping = groupEvent(marked, settings.grouping)
  // Older versions know nothing of the rules that decided.
  const older = grouping.unruledHash === undefined ? olderFingerprints(marked) : []
  const record = buildRecord(trimEvent(marked, limits), grouping, older, arrival)
  return { events: [{ ...record, category }] }
}
