import type { EventDetail, IssueList, Outcomes } from '../../../server/src/contract/index.ts'

/** Times of arrival, and ids where a client gave none, differ by nature; so do neighbours of equal times. */
const masked = new Set(
  ['eventId', 'event_id', 'timestamp', 'received', 'firstSeen', 'lastSeen', 'trend', 'createdAt'].concat([
    'occurredAt',
    'receivedAt',
    'payloadReason',
    'olderEventId',
    'newerEventId',
    'oldestEventId',
    'latestEventId',
    'issueId',
    'issueShortId',
    'id',
    'shortId',
  ]),
)

/** The same text for rows that are the same on any server. */
export function comparableEvents(events: EventDetail[]): string[] {
  return comparable(events)
}

export function comparableIssues(issues: IssueList['items']): string[] {
  return comparable(issues)
}

export function comparableOutcomes(rows: Outcomes['rows']): string[] {
  return rows
    .map(({ category, outcome, reason, quantity }) => `${category} ${outcome} ${reason} ${quantity}`)
    .toSorted()
}

function comparable(rows: object[]): string[] {
  return rows.map((row) => JSON.stringify(row, mask)).toSorted()
}

/** Only at the top, in the summary and in the event: below, such names are what a client wrote. */
function mask(this: unknown, key: string, value: unknown): unknown {
  return masked.has(key) && typeof value !== 'object' && isRow(this) ? 'masked' : value
}

function isRow(holder: unknown): boolean {
  return (
    typeof holder === 'object' &&
    holder !== null &&
    ['event', 'shortId', 'event_id', 'payloadReason'].some((key) => key in holder)
  )
}
