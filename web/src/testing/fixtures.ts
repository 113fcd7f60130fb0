import type { Event, EventDetail, EventSummary, IssueDetail } from '../lib/api.ts'

export function anIssue(changes: Partial<IssueDetail> = {}): IssueDetail {
  return {
    id: '1-1',
    shortId: 'SHOP-1',
    project: { id: '1', slug: 'shop', name: 'Shop', platform: null },
    title: 'TypeError: price is missing',
    type: 'TypeError',
    value: 'price is missing',
    culprit: 'src/cart.ts in total',
    level: 'error',
    status: 'unresolved',
    statusReason: 'new',
    count: 80_412,
    userCount: 12,
    firstSeen: '2026-11-20T10:00:00.000Z',
    lastSeen: '2026-11-23T10:00:00.000Z',
    platform: 'node',
    isUnhandled: true,
    trend: Array<number>(24).fill(1),
    firstRelease: null,
    lastRelease: null,
    resolvedAt: null,
    hours: [],
    tags: [],
    activity: [],
    ...changes,
  }
}

export function aSummary(changes: Partial<EventSummary> = {}): EventSummary {
  return {
    eventId: 'a'.repeat(32),
    occurredAt: '2026-11-23T10:00:00.000Z',
    receivedAt: '2026-11-23T10:00:01.000Z',
    title: 'TypeError: price is missing',
    release: null,
    environment: null,
    user: null,
    isPayloadKept: true,
    payloadReason: 'latest',
    ...changes,
  }
}

export function anEvent(
  event: Partial<Event> = {},
  changes: Partial<EventDetail> = {},
): EventDetail & { event: Event } {
  return {
    ...aDetail(changes),
    event: {
      event_id: 'a'.repeat(32),
      timestamp: '2026-11-23T10:00:00.000Z',
      received: '2026-11-23T10:00:01.000Z',
      type: 'error',
      level: 'error',
      platform: 'node',
      exception: { values: [{ type: 'TypeError', value: 'price is missing' }] },
      ...event,
    },
  }
}

/** Only its row is left. */
export function aLetGoEvent(summary: Partial<EventSummary> = {}): EventDetail {
  return aDetail({
    summary: aSummary({ isPayloadKept: false, payloadReason: 'over_issue_budget', ...summary }),
  })
}

function aDetail(changes: Partial<EventDetail>): EventDetail {
  return {
    issueId: '1-1',
    issueShortId: 'SHOP-1',
    summary: aSummary(),
    event: null,
    olderEventId: null,
    newerEventId: null,
    oldestEventId: 'a'.repeat(32),
    latestEventId: 'a'.repeat(32),
    attachments: [],
    feedback: [],
    ...changes,
  }
}
