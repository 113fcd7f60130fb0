import { expect, it } from 'vitest'
import { cleanTree } from '../../domain/event/clean-tree.ts'
import { readActivities } from '../issue-activities.ts'
import { findIssue } from '../issue-find.ts'
import { hourMs, readHours } from '../issue-hours.ts'
import type { IssueRow } from '../issue-row.ts'
import type { Store } from '../store.ts'
import { aRecord, aUser, noon } from '../testing/a-record.ts'
import { aRecordingStore, recordingOn } from '../testing/a-recording-store.ts'
import { onBothEngines } from '../testing/on-both-engines.ts'

/** Much work for a busy machine; what it takes is no part of the fact. */
const slowMs = 60_000

async function issueOf({ reader }: Store, number = 1, projectId = 1): Promise<IssueRow> {
  const issue = await findIssue(reader, { kind: 'id', key: { projectId, number } })
  if (issue === undefined) throw new Error(`There is no issue ${projectId}-${number}.`)
  return issue
}

async function countEvents({ reader }: Store): Promise<number> {
  return (await reader.selectFrom('events').select('event_id').execute()).length
}

onBothEngines((open) => {
  it('a fingerprint that the project has not seen makes an issue, named by its first event', async () => {
    const store = await aRecordingStore(open)
    expect(await store.record(aRecord({ release: '1.0' }))).toEqual([{ kind: 'stored', issueNumber: 1 }])
    expect(await issueOf(store)).toMatchObject({
      status: 'unresolved',
      status_reason: 'new',
      title: 'TypeError: bug 1',
      type: 'TypeError',
      value: 'bug 1',
      culprit: 'cart.ts in total',
      level: 'error',
      platform: 'node',
      handling: 'handled',
      event_count: 1,
      user_count: 0,
      first_seen: noon,
      last_seen: noon,
      first_release: '1.0',
      last_release: '1.0',
      resolved_at: null,
    })
    const activities = await readActivities(store.reader, { projectId: 1, number: 1 })
    expect(activities).toMatchObject([
      { number: 1, kind: 'first_seen', at: noon, actor: null, detail: 'First seen in release 1.0.' },
    ])
  })

  it('events that share a fingerprint share an issue, in one batch and over many', async () => {
    const store = await aRecordingStore(open)
    const batch = [
      aRecord({ id: 'a', bug: 'one' }),
      aRecord({ id: 'b', bug: 'two' }),
      aRecord({ id: 'c', bug: 'one' }),
    ]
    expect(await store.record(...batch)).toEqual([
      { kind: 'stored', issueNumber: 1 },
      { kind: 'stored', issueNumber: 2 },
      { kind: 'stored', issueNumber: 1 },
    ])
    expect(await store.record(aRecord({ id: 'd', bug: 'two' }))).toEqual([{ kind: 'stored', issueNumber: 2 }])
    expect((await issueOf(store, 1)).event_count).toBe(2)
    expect((await issueOf(store, 2)).event_count).toBe(2)
  })

  it('one hash under two versions of the algorithm is two fingerprints', async () => {
    const store = await aRecordingStore(open)
    const first = aRecord({ id: 'a' })
    const second = aRecord({ id: 'b', fingerprint: { ...first.fingerprint, version: 2 } })
    expect(await store.record(first, second)).toMatchObject([{ issueNumber: 1 }, { issueNumber: 2 }])
    expect(await store.record({ ...second, eventId: aRecord({ id: 'c' }).eventId })).toMatchObject([
      { issueNumber: 2 },
    ])
  })

  it('numbers issues within their project, and takes event ids and fingerprints for nothing outside it', async () => {
    const store = await aRecordingStore(open, { projects: 2 })
    const recorded = await store.record(aRecord({ projectId: 2 }), aRecord({ projectId: 1 }))
    expect(recorded).toEqual([
      { kind: 'stored', issueNumber: 1 },
      { kind: 'stored', issueNumber: 1 },
    ])
    expect((await issueOf(store, 1, 1)).event_count).toBe(1)
    expect((await issueOf(store, 1, 2)).event_count).toBe(1)
  })

  it('counts an event id once, however often it comes', async () => {
    const store = await aRecordingStore(open)
    const event = aRecord({ ...aUser('ann'), tags: { browser: 'Firefox' } })
    expect(await store.record(event, { ...event })).toEqual([
      { kind: 'stored', issueNumber: 1 },
      { kind: 'duplicate' },
    ])
    expect(await store.record({ ...event, occurredAtMs: noon + 1 })).toEqual([{ kind: 'duplicate' }])
    // What names another bug under a known id is the same delivery still.
    expect(await store.record(aRecord({ bug: 'bug 2' }))).toEqual([{ kind: 'duplicate' }])
    expect(await issueOf(store)).toMatchObject({ event_count: 1, user_count: 1, last_seen: noon })
    expect(await countEvents(store)).toBe(1)
    expect(await store.reader.selectFrom('fingerprint_tags').select('event_count').execute()).toEqual([
      { event_count: 1 },
    ])
  })

  it('answers an empty batch with nothing', async () => {
    expect(await (await aRecordingStore(open)).record()).toEqual([])
  })

  it(
    'takes more events at once than one statement has parameters for',
    async () => {
      const store = await aRecordingStore(open)
      const batch = Array.from({ length: 3_000 }, (_, index) => aRecord({ id: `event ${index}` }))
      await store.record(...batch)
      expect(await countEvents(store)).toBe(3_000)
      expect((await issueOf(store)).event_count).toBe(3_000)
    },
    slowMs,
  )

  it('first and last seen are the ends of the event times, in whatever order they come', async () => {
    const store = await aRecordingStore(open)
    await store.record(aRecord({ id: 'a', occurredAtMs: noon }), aRecord({ id: 'b', occurredAtMs: noon + 5 }))
    await store.record(
      aRecord({ id: 'c', occurredAtMs: noon - 7 }),
      aRecord({ id: 'd', occurredAtMs: noon + 1 }),
    )
    expect(await issueOf(store)).toMatchObject({ first_seen: noon - 7, last_seen: noon + 5 })
  })

  it('level and handling are those of the latest event, title and culprit those of the first to come', async () => {
    const store = await aRecordingStore(open)
    await store.record(aRecord({ id: 'a', level: 'warning' }))
    await store.record(
      aRecord({ id: 'b', level: 'fatal', handling: 'unhandled', title: 'Other', occurredAtMs: noon + 1 }),
    )
    const after = { level: 'fatal', handling: 'unhandled', title: 'TypeError: bug 1' }
    expect(await issueOf(store)).toMatchObject(after)
    await store.record(aRecord({ id: 'c', level: 'debug', occurredAtMs: noon - 1 }))
    expect(await issueOf(store)).toMatchObject(after)
  })

  it('the first and last release are those of the earliest and latest event that name one', async () => {
    const store = await aRecordingStore(open)
    await store.record(aRecord({ id: 'a', release: '2.0' }))
    await store.record(aRecord({ id: 'b', release: undefined, occurredAtMs: noon + 5 }))
    await store.record(aRecord({ id: 'c', release: '1.0', occurredAtMs: noon - 5 }))
    expect(await issueOf(store)).toMatchObject({ first_release: '1.0', last_release: '2.0' })
    await store.record(
      aRecord({ id: 'd', release: undefined, occurredAtMs: noon - 9 }),
      aRecord({ id: 'e', release: '3.0', occurredAtMs: noon + 9 }),
    )
    expect(await issueOf(store)).toMatchObject({ first_release: '1.0', last_release: '3.0' })
  })

  it('counts events in the hour in which they occurred', async () => {
    const store = await aRecordingStore(open)
    await store.record(
      aRecord({ id: 'a', occurredAtMs: noon + hourMs - 1 }),
      aRecord({ id: 'b', occurredAtMs: noon }),
      aRecord({ id: 'c', occurredAtMs: noon + hourMs, receivedAtMs: noon + 5 * hourMs }),
    )
    await store.record(aRecord({ id: 'd', occurredAtMs: noon + 1 }))
    expect(await readHours(store.reader, { projectId: 1, number: 1 }, noon)).toEqual([
      { hour: noon, event_count: 3 },
      { hour: noon + hourMs, event_count: 1 },
    ])
  })

  it('counts each user of an issue once', async () => {
    const store = await aRecordingStore(open)
    await store.record(
      aRecord({ id: 'a', ...aUser('ann') }),
      aRecord({ id: 'b', ...aUser('bob') }),
      aRecord({ id: 'c', ...aUser('ann') }),
      aRecord({ id: 'd', bug: 'bug 2', ...aUser('ann') }),
      aRecord({ id: 'e' }),
    )
    await store.record(aRecord({ id: 'f', ...aUser('bob') }), aRecord({ id: 'g', ...aUser('cid') }))
    expect((await issueOf(store, 1)).user_count).toBe(3)
    expect((await issueOf(store, 2)).user_count).toBe(1)
  })

  it('the project knows when its first and its latest event came', async () => {
    const store = await aRecordingStore(open)
    await store.record(
      aRecord({ id: 'a', receivedAtMs: noon + 9 }),
      aRecord({ id: 'b', receivedAtMs: noon + 3 }),
    )
    await store.record(aRecord({ id: 'c', receivedAtMs: noon + 5 }))
    const project = store.reader.selectFrom('projects').select(['first_event_at', 'last_event_at'])
    expect(await project.execute()).toEqual([{ first_event_at: noon + 3, last_event_at: noon + 9 }])
  })

  it('two servers that record at once for the same projects lose and double nothing', async () => {
    const store = await aRecordingStore(open, { projects: 2 })
    const servers = [store, recordingOn(store), recordingOn(store)]
    const batch = [aRecord({ projectId: 2, ...aUser('ann') }), aRecord({ projectId: 1, ...aUser('ann') })]
    const own = (server: number) => aRecord({ id: `of server ${server}`, projectId: 1 + (server % 2) })
    const answers = await Promise.all(
      servers.map((server, at) => server.record(...(at === 1 ? batch.toReversed() : batch), own(at))),
    )
    expect(answers.flat().filter((answer) => answer.kind === 'stored')).toHaveLength(5)
    expect(await issueOf(store, 1, 1)).toMatchObject({ event_count: 3, user_count: 1 })
    expect(await issueOf(store, 1, 2)).toMatchObject({ event_count: 2, user_count: 1 })
  })

  it('keeps what cleaning leaves of the strangest texts and numbers, alike on every engine', async () => {
    const store = await aRecordingStore(open)
    const strange = [
      'a\0b',
      '\uD800',
      '\uDC00x',
      '😀',
      '\u0001\u001F\u007F\uFFFF',
      "'; DROP TABLE events; --",
      String(Number.MAX_VALUE),
    ]
    const texts = cleanTree(strange) as string[]
    const tags = Object.fromEntries(texts.map((text, at) => [`${at}${text}`, text]))
    const title = texts.join(' ')
    await store.record(aRecord({ title, culprit: title, value: title, tags }))
    await store.record(aRecord({ id: 'again', title, tags }))
    expect(await issueOf(store)).toMatchObject({ title, culprit: title, value: title, event_count: 2 })
    const rows = await store.reader
      .selectFrom('fingerprint_tags')
      .select(['key', 'value', 'event_count'])
      .execute()
    expect(Object.fromEntries(rows.map((row) => [row.key, row.value]))).toEqual(tags)
    expect(new Set(rows.map((row) => row.event_count))).toEqual(new Set([2]))
  })

  it('a project that does not exist takes nothing', async () => {
    const store = await aRecordingStore(open)
    await expect(store.record(aRecord(), aRecord({ projectId: 9 }))).rejects.toThrow()
    expect(await countEvents(store)).toBe(0)
  })
})
