import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { migrate, readMigrations } from '../migrate.ts'
import { openWritingConnection } from '../sqlite/connection.ts'
import { openLocalStore } from '../sqlite/local-store.ts'
import { sqliteMigrationTarget } from '../sqlite/migration-target.ts'
import type { Reader, Store } from '../store.ts'
import { explainQueries } from '../testing/explain-queries.ts'
import { findBesideEvents, hasTroubledSessions } from './delete-beside-events.ts'
import { findEvents, findPayloads } from './find-payloads.ts'
import { findExcess, findOverBudget } from './find-samples.ts'

async function openStore(): Promise<Store> {
  const folder = mkdtempSync(join(tmpdir(), 'mishap-plans-'))
  const { sqlite } = openWritingConnection(join(folder, 'mishap.db'))
  await migrate(sqliteMigrationTarget(sqlite), readMigrations('sqlite'), 0)
  sqlite.close()
  const store = openLocalStore(join(folder, 'mishap.db'))
  onTestFinished(async () => {
    await store.close()
    rmSync(folder, { recursive: true })
  })
  return store
}

const range = { projectId: 1, from: 0, before: 100 }

// An index of some rows is used only by a statement that names these rows in the index's own words.
it.each<[string, string, (reader: Reader, store: Store) => Promise<unknown>]>([
  ['events by age', 'events_by_receipt', (reader) => findEvents(reader, range)],
  ['samples by age', 'payloads_by_receipt', (reader) => findPayloads(reader, { ...range, state: 'sample' })],
  ['firsts by age', 'payloads_by_receipt', (reader) => findPayloads(reader, { ...range, state: 'first' })],
  ['issues above their budget', 'issues_by_samples', (reader) => findOverBudget(reader, 1, 500)],
  [
    'files by age',
    'attachments_by_receipt',
    (reader) => findBesideEvents(reader, { ...range, table: 'attachments' }),
  ],
  [
    'feedback by age',
    'feedback_by_time',
    (reader) => findBesideEvents(reader, { ...range, table: 'feedback' }),
  ],
  [
    'sessions by age',
    'troubled_sessions_by_hour',
    (reader) => hasTroubledSessions(reader, { projectId: 1, before: 9 }),
  ],
  [
    'samples of an issue',
    'payloads_by_fingerprint',
    (reader, { dialect }) =>
      findExcess.run(reader, { projectId: 1, number: 1, budget: 5, limit: 9 }, dialect),
  ],
])('%s are read from %s', async (_, index, read) => {
  const store = await openStore()
  const plans = await explainQueries(store, (reader) => read(reader, store))
  expect(plans.some((plan) => plan.includes(index))).toBe(true)
  for (const plan of plans) expect(plan).not.toMatch(/SCAN (events|issues|attachments|feedback)/)
})
