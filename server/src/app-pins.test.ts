import { expect, test } from 'vitest'
import { addToken } from './accounts/api-tokens.ts'
import * as contract from './contract/index.ts'
import { defaultStorageSettings } from './domain/storage/index.ts'
import { aRecord, noon } from './store/testing/a-record.ts'
import { aRecordingStore } from './store/testing/a-recording-store.ts'
import { onBothEngines } from './store/testing/on-both-engines.ts'
import { startApp } from './testing/start-app.ts'

onBothEngines((open) => {
  /** An issue of the first project with four events, of which the third is let go; another project with one. */
  async function openWithEvents() {
    const storage = { ...defaultStorageSettings, payloadsPerIssue: 1 }
    const store = await aRecordingStore(open, { projects: 2, storage })
    const { call } = await startApp(store)
    const { token } = await addToken(store, 'Ada', 0)
    const headers = { authorization: `Bearer ${token}` }
    const events = ['a', 'b', 'c', 'd', 'e'].map((id, at) => aRecord({ id, occurredAtMs: noon + at }))
    await store.record(...events)
    await store.record(aRecord({ id: 'other', projectId: 2 }))
    const ids = events.map((event) => event.eventId.toString('hex'))
    const other = aRecord({ id: 'other' }).eventId.toString('hex')
    const pin = (issue: string, eventId: string | undefined, pinned: boolean) =>
      call('PUT', `/api/v1/issues/${issue}/events/${eventId}/pin`, { json: { pinned }, headers })
    return { store, call, ids, other, pin }
  }

  test('an event is pinned, and unpinned it is a sample again, or the first', async () => {
    const { store, ids, pin } = await openWithEvents()
    for (const [at, before] of [
      [0, 'first'],
      [1, 'sample'],
    ] as const) {
      const pinned = await pin('P1-1', ids[at], true)
      expect(pinned.status).toBe(200)
      const { summary, event } = contract.eventDetail.parse(pinned.json)
      expect(summary).toMatchObject({ isPayloadKept: true, payloadReason: 'pinned' })
      expect(event).not.toBeNull()
      const again = await pin('1-1', ids[at], true)
      expect(again.json).toMatchObject({ summary: { payloadReason: 'pinned' } })
      expect((await pin('1-1', ids[at], false)).json).toMatchObject({ summary: { payloadReason: before } })
    }
    const issue = await store.reader
      .selectFrom('issues')
      .select('sample_count')
      .where('project_id', '=', 1)
      .executeTakeFirstOrThrow()
    const samples = await store.reader
      .selectFrom('events')
      .selectAll()
      .where('project_id', '=', 1)
      .where('payload_state', '=', 'sample')
      .execute()
    expect(issue.sample_count).toBe(samples.length)
  })

  test('an event whose payload was let go cannot be pinned, and is shown without it', async () => {
    const { call, ids, pin, store } = await openWithEvents()
    const gone = await store.reader
      .selectFrom('events')
      .select('event_id')
      .where('payload_state', '=', 'over_issue_budget')
      .execute()
    const id = gone[0]?.event_id.toString('hex')
    expect(ids).toContain(id)
    expect(await pin('1-1', id, true)).toMatchObject({ status: 409, json: { code: 'conflict' } })
    const { token } = await addToken(store, 'Bob', 0)
    const headers = { authorization: `Bearer ${token}` }
    const shown = await call('GET', `/api/v1/issues/1-1/events/${id}`, { headers })
    expect(contract.eventDetail.parse(shown.json)).toMatchObject({
      event: null,
      summary: { eventId: id, isPayloadKept: false, payloadReason: 'over_issue_budget' },
      oldestEventId: ids[0],
      latestEventId: ids[4],
    })
  })

  test('an issue has no events of others, and nobody but members pins any', async () => {
    const { call, ids, other, pin } = await openWithEvents()
    for (const [issue, event] of [
      ['1-1', other],
      ['2-1', ids[0]],
      ['1-1', 'latest'],
      ['1-9', ids[0]],
    ] as const)
      expect(await pin(issue, event, true)).toMatchObject({ status: 404, json: { code: 'not_found' } })
    const stranger = await call('PUT', `/api/v1/issues/1-1/events/${ids[0]}/pin`, { json: { pinned: true } })
    expect(stranger.status).toBe(401)
  })

  test('a hundred events of an issue can be pinned, and no more', async () => {
    const store = await aRecordingStore(open)
    const { call } = await startApp(store)
    const { token } = await addToken(store, 'Ada', 0)
    const headers = { authorization: `Bearer ${token}` }
    const events = Array.from({ length: 101 }, (_, at) => aRecord({ id: `event ${at}` }))
    await store.record(...events)
    const replies = []
    for (const event of events) {
      const path = `/api/v1/issues/1-1/events/${event.eventId.toString('hex')}/pin`
      replies.push(await call('PUT', path, { json: { pinned: true }, headers }))
    }
    expect(replies.filter((reply) => reply.status === 200)).toHaveLength(100)
    expect(replies.at(-1)).toMatchObject({ status: 409, json: { code: 'conflict' } })
  })
})
