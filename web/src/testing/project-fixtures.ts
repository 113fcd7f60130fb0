import type { Outcomes, ProjectSettings, RefusalList, ReleaseList } from '../lib/api.ts'

export function someSettings(changes: Partial<ProjectSettings> = {}): ProjectSettings {
  return {
    scrubbing: { defaults: true, ipAddresses: true, words: [], safeFields: [] },
    filters: {
      browserExtensions: false,
      localhost: false,
      oldBrowsers: false,
      crawlers: false,
      releases: [],
      environments: [],
      types: [],
      messages: [],
    },
    limits: { keyPerMinute: null, projectPerMinute: null, projectPerMonth: null },
    storage: { payloadsPerIssue: 500, payloadMebibytes: 2_048, payloadDays: null, eventDays: 90 },
    ...changes,
  }
}

export function someOutcomes(changes: Partial<Outcomes> = {}): Outcomes {
  return {
    from: '2026-11-22T10:00:00.000Z',
    to: '2026-11-23T10:00:00.000Z',
    rows: [],
    hours: [],
    ...changes,
  }
}

export function anOutcome(changes: Partial<Outcomes['rows'][number]> = {}): Outcomes['rows'][number] {
  return {
    category: 'error',
    outcome: 'accepted',
    reason: '',
    key: '0123456789abcdef0123456789abcdef',
    sdk: 'sentry.javascript.node/10.78.0',
    quantity: 1,
    ...changes,
  }
}

export function aRefusal(changes: Partial<RefusalList['items'][number]> = {}): RefusalList['items'][number] {
  return {
    id: '1',
    at: '2026-11-23T09:59:00.000Z',
    category: 'error',
    outcome: 'invalid',
    reason: 'malformed',
    detail: 'The body is not JSON.',
    key: null,
    sdk: null,
    headers: {},
    ...changes,
  }
}

export function aRelease(changes: Partial<ReleaseList['items'][number]> = {}): ReleaseList['items'][number] {
  return {
    release: 'shop@1.4.2',
    environment: 'production',
    sessions: 1_000,
    errored: 20,
    crashed: 5,
    users: 200,
    crashedUsers: 1,
    lastSeen: '2026-11-23T10:00:00.000Z',
    ...changes,
  }
}
