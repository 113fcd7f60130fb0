import type { Api, DsnKey, Project } from '../lib/api.ts'
import { anEvent, anIssue, aSummary } from './fixtures.ts'
import { aComparison } from './grouping-fixtures.ts'
import { someOutcomes, someSettings } from './project-fixtures.ts'

/** A server in memory that knows one project and its issues; a test overrides what it is about. */
export function fakeApi(overrides: Partial<Api> = {}): Api {
  const refuse = () => Promise.reject(new Error('This test did not expect the call.'))
  return {
    health: () => Promise.resolve({ status: 'ok', reasons: [], version: '0.1.0' }),
    session: () =>
      Promise.resolve({ state: 'signed-in', account: { id: '1', name: 'Ada', email: 'ada@example.com' } }),
    setUp: refuse,
    signIn: refuse,
    signOut: refuse,
    projects: () => Promise.resolve({ items: [aProject()] }),
    createProject: refuse,
    projectSettings: () => Promise.resolve({ ...someSettings(), version: '1' }),
    saveProjectSettings: refuse,
    dsnKeys: () => Promise.resolve({ items: [aDsnKey()] }),
    createDsnKey: refuse,
    changeDsnKey: refuse,
    outcomes: () => Promise.resolve(someOutcomes()),
    refusals: () => Promise.resolve({ items: [] }),
    projectFeedback: () => Promise.resolve({ items: [], nextCursor: null }),
    releases: () => Promise.resolve({ items: [] }),
    issues: () => Promise.resolve({ items: [anIssue()], nextCursor: null }),
    issueCounts: () => Promise.resolve({ unresolved: null, new: 7, regressed: 0, archived: 0, resolved: 3 }),
    issue: (name) => Promise.resolve(anIssue(name === '1-1' ? {} : { shortId: name })),
    event: () => Promise.resolve(anEvent()),
    events: () => Promise.resolve({ items: [aSummary()], nextCursor: null }),
    pinEvent: refuse,
    fingerprints: () => Promise.resolve({ items: [] }),
    feedback: () => Promise.resolve({ items: [] }),
    command: () => Promise.resolve(anIssue()),
    changeFuse: refuse,
    merge: refuse,
    unmerge: refuse,
    undoRegrouping: refuse,
    comparison: () => Promise.resolve(aComparison()),
    suggestions: () => Promise.resolve({ items: [] }),
    answerSuggestion: refuse,
    groupingRules: () => Promise.resolve({ rules: '', version: '1' }),
    checkGroupingRules: () => Promise.resolve({ errors: [] }),
    groupingRuns: () => Promise.resolve({ items: [] }),
    groupingRun: refuse,
    startGroupingRun: refuse,
    undoGroupingRun: refuse,
    ...overrides,
  }
}

function aDsnKey(): DsnKey {
  const { dsn, createdAt } = aProject()
  return { key: new URL(dsn).username, dsn, status: 'active', createdAt }
}

export function aProject(changes: Partial<Project> = {}): Project {
  return {
    id: '1',
    slug: 'shop',
    name: 'Shop',
    platform: null,
    shortPrefix: 'SHOP',
    dsn: 'http://0123456789abcdef0123456789abcdef@localhost:8080/1',
    createdAt: '2026-11-01T00:00:00.000Z',
    firstEventAt: '2026-11-02T00:00:00.000Z',
    lastEventAt: '2026-11-23T00:00:00.000Z',
    issueCount: 1,
    ...changes,
  }
}
