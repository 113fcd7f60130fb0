import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { parseSearch } from '../domain/search/parse-search.ts'
import { countIssues } from './issue-counts.ts'
import { walkEvents } from './issue-events.ts'
import { readTrends } from './issue-hours.ts'
import { listIssues, type IssueListRequest } from './issue-list.ts'
import { readTags } from './issue-tags.ts'
import type { Reader, Store } from './store.ts'
import { aRecord, anEventId, noon } from './testing/a-record.ts'
import { aRecordingStore } from './testing/a-recording-store.ts'
import { explainQueries } from './testing/explain-queries.ts'
import { fillIssues } from './testing/fill-issues.ts'
import { onBothEngines } from './testing/on-both-engines.ts'

const place = { sortValue: noon + 400, projectId: 1, number: 400 }

const whenFewAreNew = noon + 590 + 7 * 24 * 3_600_000

onBothEngines((open) => {
  let store: Store

  beforeEach(async () => {
    const recording = await aRecordingStore(open, { projects: 2 })
    await recording.write(fillIssues, { projectId: 1, count: 600 })
    await recording.write(fillIssues, { projectId: 2, count: 300 })
    const events = Array.from({ length: 200 }, (_, at) => aRecord({ id: `${at}`, occurredAtMs: noon + at }))
    await recording.record(...events)
    store = recording
    // As PostgreSQL does by itself; SQLite has no need to know how much there is.
    if (store.dialect.engine === 'postgres') await sql`ANALYZE`.execute(store.reader)
  }, 60_000)

  const list =
    (query: string, changes: Partial<IssueListRequest> = {}) =>
    (reader: Reader) =>
      listIssues(reader, store.dialect, {
        projectIds: [1],
        search: parseSearch(query),
        sort: 'lastSeen',
        after: undefined,
        limit: 25,
        nowMs: noon,
        ...changes,
      })

  it('lists are read from their index, in its order and on from a place, and nothing is read whole', async () => {
    for (const [sort, index] of [
      ['lastSeen', 'issues_by_last_seen'],
      ['firstSeen', 'issues_by_first_seen'],
      ['events', 'issues_by_events'],
      ['users', 'issues_by_users'],
    ] as const) {
      for (const after of [undefined, place]) {
        for (const projectIds of [[1], [1, 2]]) {
          const [plan = ''] = await explainQueries(store, list('is:unresolved', { sort, after, projectIds }))
          expect(plan, sort).toContain(index)
          expectNoScan(plan)
        }
      }
    }
  })

  it('the few that are regressed, or that have a word, are looked up', async () => {
    for (const query of ['is:regressed', '"nth77"', 'nth77x']) {
      const plans = await explainQueries(store, list(query))
      for (const plan of plans) expectNoScan(plan, query)
    }
    const [regressed] = await explainQueries(store, list('is:regressed'))
    expect(regressed).toContain('issues_regressed')
  })

  it('what is gone through is gone through in the order of its index', async () => {
    const plans = await explainQueries(store, list('level:fatal', { after: place, mostWalked: 100 }))
    expect(plans[0]).toContain('issues_by_last_seen')
    for (const plan of plans) expectNoScan(plan)
  })

  it('tabs are counted without reading all issues', async () => {
    for (const tab of ['unresolved', 'new', 'regressed', 'archived', 'resolved']) {
      const search = parseSearch(`is:${tab}`)
      const index =
        tab === 'regressed'
          ? 'issues_regressed'
          : tab === 'new'
            ? 'issues_by_first_seen'
            : 'issues_by_last_seen'
      for (const plan of await explainQueries(store, (reader) =>
        countIssues(reader, [1], search, whenFewAreNew),
      ))
        expect(plan, tab).toContain(index)
    }
  })

  describe('of an issue', () => {
    it('events are read from their index, on from a place', async () => {
      const key = { projectId: 1, number: 601 }
      const from = { occurred_at: noon + 100, event_id: anEventId('100') }
      for (const direction of ['older', 'newer'] as const) {
        const plans = await explainQueries(store, (reader) =>
          walkEvents(reader, key, { direction, from, limit: 2 }),
        )
        expect(plans.at(-1)).toContain('events_by_fingerprint')
        expectNoScan(plans.at(-1) ?? '')
      }
    })

    it('charts and tags are read from what is counted, not from events', async () => {
      const key = { projectId: 1, number: 601 }
      const plans = await explainQueries(store, async (reader) => {
        await readTrends(reader, [key], noon)
        await readTags(reader, key)
      })
      for (const plan of plans) {
        expect(plan).not.toMatch(/\bevents\b/)
        expectNoScan(plan)
      }
    })
  })
})

/** Neither a whole table nor a sort of more than what a look-up gave. */
function expectNoScan(plan: string, message?: string): void {
  expect(plan, message).not.toMatch(
    /SCAN (issues|fingerprints|events|search_documents)\b|PRIMARY KEY \(project_id=\?\)|Seq Scan on (issues|events)/,
  )
  if (plan.includes('issues_by_')) expect(plan, message).not.toMatch(/TEMP B-TREE FOR ORDER BY|^Sort/m)
}
