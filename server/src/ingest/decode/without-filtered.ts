import type { Arrival } from '../arrival.ts'
import { outcomeOf } from '../outcome-of.ts'
import type { FilteredEvent, Kept } from './decoded.ts'

/** Leaves out the files of events that a filter took out: they would belong to nothing. */
export function withoutFiltered(
  own: Partial<Kept>,
  filtered: FilteredEvent[],
  arrival: Arrival,
): Partial<Kept> {
  if (own.attachments === undefined || filtered.length === 0) return own
  const reasons = new Map(filtered.map(({ eventId, reason }) => [eventId, reason]))
  const reasonOf = ({ eventId }: { eventId: Buffer }): string | undefined =>
    reasons.get(eventId.toString('hex'))
  const outcomes = own.attachments.flatMap((file) => {
    const reason = reasonOf(file)
    return reason === undefined ? [] : [outcomeOf(arrival, 'filtered', 'attachment', reason)]
  })
  return {
    ...own,
    attachments: own.attachments.filter((file) => reasonOf(file) === undefined),
    outcomes: [...(own.outcomes ?? []), ...outcomes],
  }
}
