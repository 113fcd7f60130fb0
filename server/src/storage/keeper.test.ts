import { expect, it } from 'vitest'
import { defaultStorageSettings, type StorageSettings } from '../domain/storage/index.ts'
import { packAttachment, recordAttachments } from '../store/attachments.ts'
import { recordFeedback } from '../store/feedback.ts'
import { pinEvent } from '../store/storage/pin-event.ts'
import { defineUnit, type Store } from '../store/store.ts'
import { aRecord, anEventId, noon } from '../store/testing/a-record.ts'
import { aRecordingStore } from '../store/testing/a-recording-store.ts'
import { onBothEngines } from '../store/testing/on-both-engines.ts'
import { createStorageKeeper } from './keeper.ts'

const dayMs = 86_400_000
const unlimited: StorageSettings = {
  payloadsPerIssue: 1_000,
  payloadMebibytes: null,
  payloadDays: null,
  eventDays: null,
}

function keeperOf(store: Store, settings: Partial<StorageSettings>, now = noon + dayMs) {
  const storage = { ...unlimited, ...settings }
  return createStorageKeeper({
    store,
    storageOf: () => storage,
    now: () => now,
    clock: () => 0,
    pause: () => Promise.resolve(),
    logger: { warn: () => undefined },
  })
}

/** What is kept of each event, by the name that its test gave it. */
async function readStates(store: Store, names: string[]): Promise<Record<string, string>> {
  const rows = await store.reader.selectFrom('events').select(['event_id', 'payload_state']).execute()
  const states = new Map(rows.map((row) => [row.event_id.toString('hex'), row.payload_state]))
  return Object.fromEntries(
    names.map((name) => [name, states.get(anEventId(name).toString('hex')) ?? 'deleted']),
  )
}

const pin = (store: Store, name: string) =>
  store.write(pinEvent, { projectId: 1, number: 1, eventId: anEventId(name).toString('hex'), pinned: true })

/** Some hundred bytes that deflate cannot make small. */
function aBody(seed: number): string {
  return Array.from({ length: 200 }, (_, at) => ((at * at * (seed + 3) * 7919) % 104_729).toString(36)).join(
    '',
  )
}

/** One event of an issue each hour, in the order of their names. */
function hourly(names: string[], bug = 'bug 1') {
  return names.map((id, at) =>
    aRecord({
      id,
      bug,
      occurredAtMs: noon + at * 3_600_000,
      json: JSON.stringify({ id, body: aBody(at) }),
    }),
  )
}

onBothEngines((open) => {
  it('of an issue above its budget the oldest of the most common kind go, and rare kinds stay', async () => {
    const store = await aRecordingStore(open)
    const common = Array.from({ length: 12 }, (_, at) => `common ${at}`)
    const rare = ['rare 0', 'rare 1']
    const records = hourly(['first', ...rare, ...common, 'latest']).map((record, at) =>
      at === 1 || at === 2 ? { ...record, sampleKey: at } : record,
    )
    await store.record(...records)
    await pin(store, 'common 0')
    await keeperOf(store, { payloadsPerIssue: 5 }).run()
    expect(await readStates(store, ['first', 'latest', ...rare, ...common])).toEqual({
      first: 'first',
      latest: 'sample',
      'rare 0': 'sample',
      'rare 1': 'sample',
      'common 0': 'pinned',
      ...Object.fromEntries(common.slice(1, 9).map((name) => [name, 'over_issue_budget'])),
      'common 9': 'sample',
      'common 10': 'sample',
      'common 11': 'sample',
    })
    const issue = await store.reader.selectFrom('issues').select(['event_count', 'sample_count']).execute()
    expect(issue).toEqual([{ event_count: 16, sample_count: 6 }])
  })

  it('of a project above its budget the oldest samples go first, then the latest, and first events last', async () => {
    const store = await aRecordingStore(open)
    await store.record(...hourly(['a1', 'a2', 'a3']), ...hourly(['b1', 'b2', 'b3'], 'bug 2'))
    await pin(store, 'a2')
    const names = ['a1', 'a2', 'a3', 'b1', 'b2', 'b3']
    const bytes = async () =>
      (await store.reader.selectFrom('projects').select('payload_bytes').executeTakeFirstOrThrow())
        .payload_bytes
    await keeperOf(store, { payloadMebibytes: ((await bytes()) - 1) / 1024 / 1024 }).run()
    expect(await readStates(store, names)).toMatchObject({
      b2: 'over_project_budget',
      a3: 'sample',
      b3: 'sample',
    })
    await keeperOf(store, { payloadMebibytes: 0 }).run()
    expect(await readStates(store, names)).toEqual({
      // What is pinned needs it.
      a1: 'first',
      a2: 'pinned',
      a3: 'over_project_budget',
      b1: 'over_project_budget',
      b2: 'over_project_budget',
      b3: 'over_project_budget',
    })
    expect(await store.reader.selectFrom('events').select('event_id').execute()).toHaveLength(6)
  })

  it('payloads that are too old go, and their events stay', async () => {
    const store = await aRecordingStore(open)
    await store.record(...hourly(['a1', 'a2', 'a3']), ...hourly(['b1'], 'bug 2'))
    await pin(store, 'a2')
    await keeperOf(store, { payloadDays: 1 }, noon + dayMs + 1).run()
    const names = ['a1', 'a2', 'a3', 'b1']
    expect(await readStates(store, names)).toEqual({ a1: 'first', a2: 'pinned', a3: 'sample', b1: 'too_old' })
    await keeperOf(store, { payloadDays: 1 }, noon + 9 * dayMs).run()
    expect(await readStates(store, names)).toMatchObject({ a1: 'first', a2: 'pinned', a3: 'too_old' })
  })

  it('events that are too old go with their files and feedback; what was counted of them stays counted', async () => {
    const store = await aRecordingStore(open)
    await store.record(...hourly(['a1', 'a2', 'a3']))
    await pin(store, 'a2')
    const owners = ['a1', 'a2', 'a3', 'never came'].map(anEventId)
    await store.write(recordBeside, owners)
    await keeperOf(store, { eventDays: 1 }, noon + dayMs + 3_600_001).run()
    // The first is needed by later ones.
    expect(await readStates(store, ['a1', 'a2', 'a3'])).toEqual({ a1: 'first', a2: 'pinned', a3: 'sample' })
    expect(await readOwners(store, 'attachments')).toEqual(hexOf(owners.slice(0, 3)))
    expect(await readOwners(store, 'feedback')).toEqual(hexOf(owners.slice(0, 3)))
    await keeperOf(store, { eventDays: 1 }, noon + 9 * dayMs).run()
    expect(await readStates(store, ['a1', 'a2', 'a3'])).toEqual({ a1: 'first', a2: 'pinned', a3: 'deleted' })
    expect(await readOwners(store, 'attachments')).toEqual(hexOf(owners.slice(0, 2)))
    expect(await store.reader.selectFrom('troubled_sessions').selectAll().execute()).toEqual([])
    const counted = await store.reader.selectFrom('issues').select(['event_count', 'last_seen']).execute()
    expect(counted).toEqual([{ event_count: 3, last_seen: noon + 2 * 3_600_000 }])
  })

  it('a first event goes with the last that needs it', async () => {
    const store = await aRecordingStore(open)
    await store.record(...hourly(['a1', 'a2', 'a3']))
    const late = aRecord({ id: 'late', occurredAtMs: noon + dayMs })
    await store.record(late)
    await keeperOf(store, { eventDays: 1 }, noon + dayMs + 10 * 3_600_000).run()
    const names = ['a1', 'a2', 'a3', 'late']
    expect(await readStates(store, names)).toEqual({
      a1: 'first',
      a2: 'deleted',
      a3: 'deleted',
      late: 'sample',
    })
    const keeper = keeperOf(store, { eventDays: 1 }, noon + 3 * dayMs)
    await keeper.run()
    expect(await readStates(store, names)).toMatchObject({ a1: 'deleted', late: 'deleted' })
    await store.record(aRecord({ id: 'again' }))
    expect(await readStates(store, ['again'])).toEqual({ again: 'first' })
  })

  it('changes nothing where nothing is too much or too old', async () => {
    const store = await aRecordingStore(open)
    await store.record(...hourly(['a1', 'a2', 'a3']))
    const before = await store.reader.selectFrom('events').selectAll().execute()
    await keeperOf(store, defaultStorageSettings, noon + dayMs).run()
    expect(await store.reader.selectFrom('events').selectAll().execute()).toEqual(before)
  })

  it('does nothing more once it is told to stop', async () => {
    const store = await aRecordingStore(open)
    await store.record(...hourly(['a1', 'a2', 'a3']))
    const keeper = keeperOf(store, { eventDays: 1 }, noon + 9 * dayMs)
    await keeper.stop()
    await keeper.run()
    expect(await store.reader.selectFrom('events').selectAll().execute()).toHaveLength(3)
  })
})

/** A file and a feedback for each of the events, an hour apart, and a session that crashed. */
const recordBeside = defineUnit('test.beside', async (tx, owners: Uint8Array[]): Promise<void> => {
  const beside = owners.map((owner, at) => ({
    projectId: 1,
    eventId: Buffer.from(owner),
    receivedAtMs: at === 3 ? noon : noon + at * 3_600_000,
    removed: [],
  }))
  const file = {
    name: 'log.txt',
    contentType: 'text/plain',
    kind: 'event.attachment',
    content: Buffer.from('x'),
  }
  await recordAttachments(
    tx,
    beside.map((each) => packAttachment({ ...each, ...file })),
  )
  await recordFeedback(
    tx,
    beside.map((each, at) => ({
      ...each,
      feedbackId: Buffer.alloc(16, at),
      name: undefined,
      email: undefined,
      message: 'It broke.',
      url: undefined,
    })),
  )
  await tx
    .insertInto('troubled_sessions')
    .values({
      project_id: 1,
      session_id: Buffer.alloc(16),
      status: 'crashed',
      release: '1.0',
      environment: '',
      hour: noon,
    })
    .execute()
})

async function readOwners(
  { reader }: Store,
  table: 'attachments' | 'feedback',
): Promise<(string | undefined)[]> {
  const rows = await reader.selectFrom(table).select('event_id').orderBy('received_at').execute()
  return rows.map((row) => row.event_id?.toString('hex'))
}

function hexOf(ids: Buffer[]): string[] {
  return ids.map((id) => id.toString('hex'))
}
