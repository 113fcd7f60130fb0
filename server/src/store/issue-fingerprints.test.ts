import { expect, it } from 'vitest'
import { listEvents } from './event-list.ts'
import { readEnd, readNeighbour } from './event-neighbours.ts'
import { hasEvent } from './event-read.ts'
import type { EventPlace } from './issue-events.ts'
import { findIssue } from './issue-find.ts'
import { hourMs, readHours, readTrends } from './issue-hours.ts'
import { readTags } from './issue-tags.ts'
import { defineUnit } from './store.ts'
import { aRecord, aUser, anEventId, noon } from './testing/a-record.ts'
import { aRecordingStore, type RecordingStore } from './testing/a-recording-store.ts'
import { onBothEngines } from './testing/on-both-engines.ts'

const key = { projectId: 1, number: 1 }

/** All fingerprints to issue 1, and its counts as they then are. */
const gather = defineUnit(
  'test.gather',
  async (tx, counts: { events: number; users: number }): Promise<void> => {
    await tx.updateTable('fingerprints').set({ issue_number: 1, binding: 'merged' }).execute()
    await tx
      .updateTable('issues')
      .set({ event_count: counts.events, user_count: counts.users })
      .where('number', '=', 1)
      .execute()
    await tx.updateTable('issues').set({ merged_into: 1 }).where('number', '!=', 1).execute()
  },
)

async function idsByPage({ reader }: RecordingStore, limit: number): Promise<string[]> {
  const ids: string[] = []
  let cursor: string | undefined
  do {
    const page = await listEvents(reader, key, { cursor, limit })
    ids.push(...page.rows.map((row) => row.event_id.toString('hex')))
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
  return ids
}

onBothEngines((open) => {
  it('the events of many fingerprints are one list in the order of time, from either end', async () => {
    const store = await aRecordingStore(open)
    const events = Array.from({ length: 110 }, (_, at) =>
      // Some at one time, some fingerprints long over, others with a single event.
      aRecord({
        id: `${at}`,
        bug: `bug ${at % 55}`,
        occurredAtMs: noon + (at % 55) * 1_000 + Math.floor(at / 60),
      }),
    )
    await store.record(...events)
    await store.write(gather, { events: 110, users: 0 })
    const newestFirst = events
      .toSorted((a, b) => b.occurredAtMs - a.occurredAtMs || Buffer.compare(b.eventId, a.eventId))
      .map((event) => event.eventId.toString('hex'))
    for (const limit of [20, 200]) expect(await idsByPage(store, limit)).toEqual(newestFirst)
    const oldestFirst: string[] = []
    let place: EventPlace | undefined = await readEnd(store.reader, key, 'oldest')
    while (place !== undefined && oldestFirst.length < 20) {
      oldestFirst.push(place.event_id.toString('hex'))
      place = await readNeighbour(store.reader, key, place, 'newer')
    }
    expect(oldestFirst).toEqual(newestFirst.toReversed().slice(0, 20))
  })

  it('the hours and tags of an issue are the sums of its fingerprints', async () => {
    const store = await aRecordingStore(open)
    await store.record(
      aRecord({ id: 'a', tags: { os: 'Linux' } }),
      aRecord({ id: 'b', bug: 'bug 2', tags: { os: 'Linux' }, occurredAtMs: noon + 5 }),
      aRecord({ id: 'c', bug: 'bug 2', tags: { os: 'macOS', url: '/' }, occurredAtMs: noon + hourMs }),
    )
    await store.write(gather, { events: 3, users: 0 })
    expect(await readHours(store.reader, key, noon)).toEqual([
      { hour: noon, event_count: 2 },
      { hour: noon + hourMs, event_count: 1 },
    ])
    const trends = await readTrends(store.reader, [key], noon + hourMs)
    expect(trends.get('1-1')?.slice(-2)).toEqual([2, 1])
    expect(await readTags(store.reader, key)).toEqual([
      {
        key: 'os',
        total: 3,
        other: 0,
        values: [
          { value: 'Linux', event_count: 2, last_seen: noon + 5 },
          { value: 'macOS', event_count: 1, last_seen: noon + hourMs },
        ],
      },
      { key: 'url', total: 1, other: 0, values: [{ value: '/', event_count: 1, last_seen: noon + hourMs }] },
    ])
  })

  it('a user is new to an issue only when no fingerprint of it has seen them', async () => {
    const store = await aRecordingStore(open)
    await store.record(
      aRecord({ id: 'a', ...aUser('ann') }),
      aRecord({ id: 'b', bug: 'bug 2', ...aUser('bob') }),
    )
    await store.write(gather, { events: 2, users: 2 })
    await store.record(aRecord({ id: 'c', ...aUser('bob') }))
    await store.record(
      aRecord({ id: 'd', ...aUser('cid') }),
      aRecord({ id: 'e', bug: 'bug 2', ...aUser('cid') }),
      aRecord({ id: 'f', bug: 'bug 2', ...aUser('ann') }),
    )
    const issue = await findIssue(store.reader, { kind: 'id', key })
    expect(issue).toMatchObject({ user_count: 3, event_count: 6 })
  })

  it('an issue that was merged into another answers that one, and takes no events', async () => {
    const store = await aRecordingStore(open)
    await store.record(aRecord({ id: 'a' }), aRecord({ id: 'b', bug: 'bug 2' }))
    await store.write(gather, { events: 2, users: 0 })
    const [recorded] = await store.record(aRecord({ id: 'c', bug: 'bug 2' }))
    expect(recorded).toEqual({ kind: 'stored', issueNumber: 1 })
    for (const name of [
      { kind: 'id', key: { projectId: 1, number: 2 } },
      { kind: 'short', prefix: 'P1', number: 2 },
    ] as const)
      expect(await findIssue(store.reader, name)).toMatchObject({ number: 1, event_count: 3 })
    expect(await hasEvent(store.reader, key, anEventId('c'))).toBe(true)
    expect(await hasEvent(store.reader, { projectId: 1, number: 2 }, anEventId('c'))).toBe(false)
  })
})
