import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { readEvent } from './event-read.ts'
import { listEvents } from './event-list.ts'
import { listFingerprints } from './fingerprint-list.ts'
import { hourMs, readHours } from './issue-hours.ts'
import { readTags } from './issue-tags.ts'
import { migrate, readMigrations } from './migrate.ts'
import { encodePayload } from './event-payload.ts'
import { defineUnit } from './store.ts'
import { aRecord, aUser, anEventId, noon } from './testing/a-record.ts'
import { recordingOn } from './testing/a-recording-store.ts'
import { onEmptyDatabases, type EmptyDatabase } from './testing/on-both-engines.ts'

const key = { projectId: 1, number: 7 }

/** Issue 7 of project 1 with one event, as the tables were before fingerprints had numbers. */
const fillOldTables = defineUnit('test.fill', async (tx): Promise<void> => {
  const event = aRecord()
  const { payload } = encodePayload(event.json)
  await sql`INSERT INTO projects (slug, name, short_prefix, last_issue_number, created_at)
    VALUES ('one', 'One', 'ONE', 7, 0)`.execute(tx)
  await sql`INSERT INTO issues VALUES (1, 7, 'resolved', 'resolved', 'TypeError: bug 1', 'TypeError', 'bug 1', 'cart.ts',
    'error', 'node', 'handled', 1, 1, 1, ${noon}, ${noon}, '1.0', '1.1', ${noon + 9}, ${event.eventId})`.execute(
    tx,
  )
  await sql`INSERT INTO fingerprints VALUES (1, 1, ${event.fingerprint.hash}, 7, 'site', '[]', ${noon + 1})`.execute(
    tx,
  )
  await sql`INSERT INTO events VALUES (1, ${event.eventId}, 7, ${noon}, ${noon + 1}, 'TypeError: bug 1', '1.0', NULL,
    'ann', 'deflate', NULL, ${payload})`.execute(tx)
  await sql`INSERT INTO issue_hours VALUES (1, 7, ${noon}, 1)`.execute(tx)
  await sql`INSERT INTO issue_tag_keys VALUES (1, 7, 'os', 1, 1, 0)`.execute(tx)
  await sql`INSERT INTO issue_tags VALUES (1, 7, 'os', 'Linux', 1, ${noon})`.execute(tx)
  await sql`INSERT INTO issue_users VALUES (1, 7, ${aUser('ann').userHash})`.execute(tx)
  await sql`INSERT INTO activities VALUES (1, 7, 1, 'first_seen', ${noon}, NULL, NULL)`.execute(tx)
})

async function migratedWithData({ store, target }: EmptyDatabase) {
  const files = readMigrations(store.dialect.engine)
  await migrate(target, files.slice(0, 3), 0)
  await store.write(fillOldTables, undefined)
  await migrate(target, files, 0)
  return recordingOn(store)
}

onEmptyDatabases((openEmpty) => {
  it('every issue that there was has one fingerprint with its number, and loses nothing', async () => {
    const { reader } = await migratedWithData(await openEmpty())
    expect(await listFingerprints(reader, key)).toEqual([
      {
        fingerprint: {
          project_id: 1,
          number: 7,
          sample_count: 0,
          issue_number: 7,
          first_issue_number: 7,
          binding: 'own',
          title: 'TypeError: bug 1',
          type: 'TypeError',
          value: 'bug 1',
          culprit: 'cart.ts',
          event_count: 1,
          first_seen: noon,
          last_seen: noon,
          first_release: '1.0',
          last_release: '1.1',
          created_at: noon,
        },
        hashes: [expect.objectContaining({ version: 1, tier: 'site', created_at: noon + 1 })],
        stacks: [],
      },
    ])
    expect(await readTags(reader, key)).toMatchObject([{ key: 'os', total: 1, values: [{ value: 'Linux' }] }])
    expect(await readHours(reader, key, noon)).toEqual([{ hour: noon, event_count: 1 }])
    expect((await listEvents(reader, key, { cursor: undefined, limit: 9 })).rows).toHaveLength(1)
    expect((await readEvent(reader, key, anEventId('event 1')))?.event).toMatchObject({ message: 'event 1' })
  })

  it('goes on where it was: known hashes lead to known issues, new ones are numbered next', async () => {
    const store = await migratedWithData(await openEmpty())
    const recorded = await store.record(
      aRecord({ id: 'again', occurredAtMs: noon + hourMs, ...aUser('ann') }),
      aRecord({ id: 'new', bug: 'bug 2' }),
    )
    expect(recorded).toMatchObject([{ issueNumber: 7 }, { issueNumber: 8 }])
    const fingerprints = await store.reader
      .selectFrom('fingerprints')
      .select(['number', 'issue_number', 'event_count'])
      .orderBy('number')
      .execute()
    expect(fingerprints).toEqual([
      { number: 7, issue_number: 7, event_count: 2 },
      { number: 8, issue_number: 8, event_count: 1 },
    ])
    expect((await readHours(store.reader, key, noon)).map((row) => row.event_count)).toEqual([1, 1])
  })
})
