import { expect, it } from 'vitest'
import type { SessionRecord } from './sessions-record.ts'
import { listReleaseHealth, recordSessions } from './sessions.ts'
import { defineUnit } from './store.ts'
import { anEventId, noon } from './testing/a-record.ts'
import { aRecordingStore, type RecordingStore } from './testing/a-recording-store.ts'
import { onBothEngines } from './testing/on-both-engines.ts'

const record = defineUnit('test.sessions', recordSessions)

function aSession(changes: Partial<SessionRecord> = {}): SessionRecord {
  return {
    projectId: 1,
    release: 'shop@1',
    environment: 'production',
    startedAtMs: noon,
    started: 0,
    errored: 0,
    crashed: 0,
    troubled: undefined,
    userHash: undefined,
    ...changes,
  }
}

function troubled(id: string, status: 'errored' | 'crashed'): Partial<SessionRecord> {
  return { troubled: { sessionId: anEventId(id), status } }
}

async function healthOf(store: RecordingStore, release = 'shop@1') {
  const rows = await listReleaseHealth(store.reader, 1)
  return rows.find((row) => row.release === release)
}

onBothEngines((open) => {
  it('counts sessions by release and environment, the last seen first', async () => {
    const store = await aRecordingStore(open, { projects: 2 })
    await store.write(record, [
      aSession({ started: 1 }),
      aSession({ started: 10, errored: 3, crashed: 2, startedAtMs: noon + 3_600_000 }),
      aSession({ started: 1, environment: 'staging' }),
      aSession({ started: 1, release: 'shop@2', startedAtMs: noon + 7_200_000 }),
      aSession({ started: 1, projectId: 2 }),
    ])
    expect(await listReleaseHealth(store.reader, 1)).toMatchObject([
      { release: 'shop@2', sessions: 1, errored: 0, crashed: 0, last_seen: noon + 7_200_000 },
      { release: 'shop@1', environment: 'production', sessions: 11, errored: 3, crashed: 2 },
      { release: 'shop@1', environment: 'staging', sessions: 1 },
    ])
  })

  it('counts a session that went wrong once, however often it is told, and as crashed once it crashed', async () => {
    const store = await aRecordingStore(open)
    await store.write(record, [aSession({ started: 1, ...troubled('a', 'errored') })])
    await store.write(record, [aSession(troubled('a', 'errored')), aSession(troubled('b', 'errored'))])
    expect(await healthOf(store)).toMatchObject({ sessions: 1, errored: 2, crashed: 0 })
    await store.write(record, [aSession(troubled('a', 'crashed')), aSession(troubled('a', 'crashed'))])
    await store.write(record, [aSession(troubled('a', 'errored'))])
    expect(await healthOf(store)).toMatchObject({ sessions: 1, errored: 1, crashed: 1 })
  })

  it('counts a crash where the errors before it were, also when it is told under another release and hour', async () => {
    const store = await aRecordingStore(open)
    await store.write(record, [aSession({ started: 1, ...troubled('a', 'errored') })])
    const elsewhere = { release: 'shop@2', startedAtMs: noon + 3_600_000 }
    await store.write(record, [aSession({ ...elsewhere, ...troubled('a', 'crashed') })])
    expect(await listReleaseHealth(store.reader, 1)).toMatchObject([
      { release: 'shop@1', sessions: 1, errored: 0, crashed: 1, last_seen: noon },
    ])
    await store.write(record, [
      aSession(troubled('b', 'errored')),
      aSession({ ...elsewhere, ...troubled('b', 'crashed') }),
    ])
    expect(await listReleaseHealth(store.reader, 1)).toMatchObject([{ release: 'shop@1', crashed: 2 }])
  })

  it('tells a session of one project from that of another', async () => {
    const store = await aRecordingStore(open, { projects: 2 })
    await store.write(record, [aSession({ projectId: 2, ...troubled('a', 'crashed') })])
    await store.write(record, [aSession(troubled('a', 'crashed'))])
    expect(await healthOf(store)).toMatchObject({ crashed: 1 })
  })

  it('counts users once, and as crashed when any of their sessions was', async () => {
    const store = await aRecordingStore(open)
    const [ada, bob, eve] = ['ada', 'bob', 'eve'].map((name) => anEventId(name))
    await store.write(record, [
      aSession({ started: 1, userHash: ada }),
      aSession({ started: 1, userHash: ada }),
      aSession({ started: 1, userHash: bob, ...troubled('b', 'crashed') }),
      aSession({ started: 1, userHash: bob }),
      aSession({ started: 1, userHash: eve, ...troubled('e', 'errored') }),
      aSession({ started: 1, userHash: eve, release: 'shop@2', crashed: 1 }),
    ])
    expect(await healthOf(store)).toMatchObject({ users: 3, crashed_users: 1 })
    expect(await healthOf(store, 'shop@2')).toMatchObject({ users: 1, crashed_users: 1 })
  })

  it('takes as many as a full batch holds', async () => {
    const store = await aRecordingStore(open)
    const users = Array.from({ length: 2_500 }, (_, index) => anEventId(`user ${index}`))
    await store.write(
      record,
      users.map((userHash, index) =>
        aSession({ started: 1, userHash, ...troubled(`${index}`, index % 2 === 0 ? 'errored' : 'crashed') }),
      ),
    )
    expect(await healthOf(store)).toMatchObject({ sessions: 2_500, errored: 1_250, users: 2_500 })
  })

  it('keeps no hour in which nothing is counted', async () => {
    const store = await aRecordingStore(open)
    await store.write(record, [aSession()])
    expect(await listReleaseHealth(store.reader, 1)).toEqual([])
  })
})
