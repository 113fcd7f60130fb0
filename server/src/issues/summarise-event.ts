import type { EventSummary } from '../contract/index.ts'
import { letGoStates } from '../domain/storage/index.ts'
import type { EventPlace, EventRow } from '../store/issue-events.ts'

/** `latest`: the issue's, of which the payload is kept for that very reason. */
export function summariseEvent(row: EventRow, latest: EventPlace | undefined): EventSummary {
  const isPayloadKept = !letGoStates.some((state) => state === row.payload_state)
  const isLatest = latest?.event_id.equals(row.event_id) ?? false
  return {
    eventId: row.event_id.toString('hex'),
    occurredAt: new Date(row.occurred_at).toISOString(),
    receivedAt: new Date(row.received_at).toISOString(),
    title: row.title,
    release: row.release,
    environment: row.environment,
    user: row.user_label,
    isPayloadKept,
    payloadReason: isLatest && row.payload_state === 'sample' ? 'latest' : row.payload_state,
  }
}
