import type { EnvelopeItem } from '@mishap/sdk/protocol'
import { normaliseReport } from '../../domain/event/normalise-report.ts'
import { readReports, type SecurityReport } from '../../domain/event/read-reports.ts'
import type { Outcome } from '../../store/count-outcomes.ts'
import { outcomeOf } from '../outcome-of.ts'
import { Refusal } from '../refusals/refusal.ts'
import type { Kept } from './decoded.ts'
import { finishEvent } from './finish-event.ts'
import type { ItemContext } from './item-context.ts'
import { laterEventId } from './later-event-id.ts'
import { parseJson } from './parse-item.ts'

/** What a browser reports about the policies of a page: one event a report. */
export function decodeSecurityItem({ payload }: EnvelopeItem, context: ItemContext): Partial<Kept> {
  const entries = readReports(parseJson(payload, context.limits.reportBytes, 'report', context.limits))
  const reports = entries.filter((entry) => typeof entry === 'object')
  const others = entries.filter((entry) => entry === 'other').length
  const malformed = entries.length - reports.length - others
  if (malformed === entries.length) throw new Refusal(400, 'The body is not a report about a policy.')
  const { arrival, room } = context
  room.take('events', reports.length)
  const uncounted: [outcome: Outcome['outcome'], reason: string, quantity: number][] = [
    ['not_kept', 'report_type', others],
    ['invalid', 'malformed', malformed],
  ]
  const outcomes = uncounted.flatMap(([outcome, reason, quantity]) =>
    quantity === 0 ? [] : [{ ...outcomeOf(arrival, outcome, 'security', reason), quantity }],
  )
  const finished = reports.map((report, index) => decodeReport(report, index, context))
  return {
    events: finished.flatMap(({ events }) => events ?? []),
    filtered: finished.flatMap(({ filtered }) => filtered ?? []),
    outcomes: [...outcomes, ...finished.flatMap((own) => own.outcomes ?? [])],
  }
}

function decodeReport(report: SecurityReport, index: number, context: ItemContext): Partial<Kept> {
  const { arrival } = context
  const userAgent = arrival.headers['user-agent']
  const hints = { ...(userAgent !== undefined && { userAgent }), ...arrival.hints }
  const firstId = context.eventId ?? context.fallbackEventId
  const event = normaliseReport(report, hints, {
    receivedAtMs: arrival.receivedAtMs,
    eventId: index === 0 ? firstId : laterEventId(firstId, index + 1),
  })
  return finishEvent(event, 'security', context)
}
