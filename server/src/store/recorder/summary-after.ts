import type { FingerprintRow } from '../fingerprint-row.ts'
import type { EventRecord } from './event-record.ts'

/** What fingerprints and issues alike tell of their events. */
export type Summary = Pick<
  FingerprintRow,
  'event_count' | 'first_seen' | 'last_seen' | 'first_release' | 'last_release'
>

type Moment = Pick<EventRecord, 'occurredAtMs' | 'release'>

/** The summary with the records counted. An event that names no release leaves it as it was. */
export function summaryAfter(before: Summary, records: Moment[]): Summary {
  const earliest = earliestOf(records)
  const latest = latestOf(records)
  const isEarlier = earliest !== undefined && earliest.occurredAtMs < before.first_seen
  const isLater = latest !== undefined && latest.occurredAtMs >= before.last_seen
  return {
    event_count: before.event_count + records.length,
    first_seen: isEarlier ? earliest.occurredAtMs : before.first_seen,
    last_seen: isLater ? latest.occurredAtMs : before.last_seen,
    first_release: (isEarlier ? earliest.release : undefined) ?? before.first_release,
    last_release: (isLater ? latest.release : undefined) ?? before.last_release,
  }
}

/** Of equal times the last to arrive. */
export function latestOf<Each extends Moment>(records: Each[]): Each | undefined {
  return records.reduce<Each | undefined>(
    (latest, record) =>
      latest === undefined || record.occurredAtMs >= latest.occurredAtMs ? record : latest,
    undefined,
  )
}

function earliestOf<Each extends Moment>(records: Each[]): Each | undefined {
  return records.reduce<Each | undefined>(
    (earliest, record) =>
      earliest === undefined || record.occurredAtMs < earliest.occurredAtMs ? record : earliest,
    undefined,
  )
}
