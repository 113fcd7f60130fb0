import { expect, it } from 'vitest'
import { defaultStorageSettings } from '../../domain/storage/index.ts'
import { readEvent } from '../event-read.ts'
import { defineUnit, type Store } from '../store.ts'
import { aRecord, noon } from '../testing/a-record.ts'
import { aRecordingStore } from '../testing/a-recording-store.ts'
import { onBothEngines } from '../testing/on-both-engines.ts'
import type { EventRecord } from './event-record.ts'

const storage = { ...defaultStorageSettings, payloadsPerIssue: 4 }

/** Events in the order of their time; the JSON is as long as that of a small event. */
function aStorm(
  count: number,
  changes: (at: number) => Partial<EventRecord> & { bug?: string } = () => ({}),
) {
  return Array.from({ length: count }, (_, at) => {
    const id = `event ${at}`
    return aRecord({ id, occurredAtMs: noon + at, json: JSON.stringify({ id, at }), ...changes(at) })
  })
}

async function readStates({ reader }: Store): Promise<string[]> {
  const rows = await reader
    .selectFrom('events')
    .select(['payload_state', 'codec', 'payload', 'dictionary_event_id'])
    .orderBy('occurred_at')
    .execute()
  return rows.map(({ payload_state: state, codec, payload, dictionary_event_id: dictionary }) => {
    const what = [codec, payload && 'payload', dictionary && 'against another'].filter(Boolean)
    return [state, ...what].join(' ')
  })
}

async function readCounts({ reader }: Store) {
  const issues = await reader.selectFrom('issues').select(['event_count', 'sample_count']).execute()
  const fingerprints = await reader.selectFrom('fingerprints').select('sample_count').execute()
  const project = await reader.selectFrom('projects').select('payload_bytes').executeTakeFirstOrThrow()
  const payloads = await reader.selectFrom('events').select('payload').execute()
  const dictionaries = await reader.selectFrom('payload_dictionaries').select('payload_count').execute()
  return {
    issues,
    fingerprints: fingerprints.map((row) => row.sample_count),
    isExact: project.payload_bytes === payloads.reduce((sum, { payload }) => sum + (payload?.length ?? 0), 0),
    dictionaries: dictionaries.map((row) => row.payload_count),
  }
}

const alone = 'deflate payload'
const against = 'deflate-beginning payload against another'

onBothEngines((open) => {
  it('of a storm keeps what the budget has room for, and the latest; the others are rows without a payload', async () => {
    const store = await aRecordingStore(open, { storage })
    await store.record(...aStorm(10))
    const kept = Array<string>(5).fill(`sample ${against}`)
    const gone = Array<string>(3).fill('over_issue_budget')
    expect(await readStates(store)).toEqual([`first ${alone}`, ...kept, ...gone, `sample ${against}`])
    expect(await readCounts(store)).toEqual({
      issues: [{ event_count: 10, sample_count: 6 }],
      fingerprints: [6],
      isExact: true,
      dictionaries: [6],
    })
  })

  it('keeps of events of one time the one that is listed as the latest', async () => {
    const store = await aRecordingStore(open, { storage })
    const storm = aStorm(10, () => ({ occurredAtMs: noon })).toSorted((a, b) => a.eventId.compare(b.eventId))
    const latest = storm.at(-1)
    await store.record(...storm.slice(0, 8), ...storm.slice(8).toReversed())
    const { payload_state: state } = await store.reader
      .selectFrom('events')
      .select('payload_state')
      .where('event_id', '=', latest?.eventId ?? Buffer.alloc(0))
      .executeTakeFirstOrThrow()
    expect(state).toBe('sample')
  })

  it('knows an event whose payload it did not keep when it comes again', async () => {
    const store = await aRecordingStore(open, { storage })
    const storm = aStorm(10)
    await store.record(...storm)
    const again = storm[7]
    expect(again && (await store.record(again))).toEqual([{ kind: 'duplicate' }])
  })

  it('goes on to keep one of each kind of event up to twice the budget', async () => {
    const store = await aRecordingStore(open, { storage })
    await store.record(...aStorm(30, (at) => ({ sampleKey: at })))
    expect(await readCounts(store)).toMatchObject({ issues: [{ sample_count: 9 }] })
    await store.record(
      ...aStorm(5, (at) => ({ id: `late ${at}`, eventId: Buffer.alloc(16, at), sampleKey: at })),
    )
    expect(await readCounts(store)).toMatchObject({
      issues: [{ event_count: 35, sample_count: 10 }],
      isExact: true,
    })
  })

  it('keeps the event by which an issue regresses as that, however full the issue is', async () => {
    const store = await aRecordingStore(open, { storage })
    await store.record(...aStorm(30, (at) => ({ sampleKey: at })))
    const resolve = defineUnit('test.resolve', async (tx): Promise<void> => {
      await tx
        .updateTable('issues')
        .set({ status: 'resolved', resolved_at: noon + 50 })
        .execute()
    })
    await store.write(resolve, undefined)
    const [old, regressing] = [
      aRecord({ id: 'old', occurredAtMs: noon + 99 }),
      aRecord({ id: 'regressing', occurredAtMs: noon + 100 }),
    ]
    await store.record(regressing, old)
    expect((await readStates(store)).slice(-2)).toEqual(['over_issue_budget', `regression ${against}`])
  })

  it('keeps the newest fifty regressions of an issue for good, and makes samples of older ones', async () => {
    const store = await aRecordingStore(open)
    await store.record(aRecord({ id: 'first' }))
    const resolve = defineUnit('test.resolve', async (tx): Promise<void> => {
      await tx.updateTable('issues').set({ status: 'resolved', resolved_at: noon }).execute()
    })
    for (let at = 1; at <= 52; at++) {
      await store.write(resolve, undefined)
      await store.record(aRecord({ id: `again ${at}`, occurredAtMs: noon + at }))
    }
    const states = await readStates(store)
    expect(states.slice(1)).toEqual([
      ...Array<string>(2).fill(`sample ${against}`),
      ...Array<string>(50).fill(`regression ${against}`),
    ])
    expect(await readCounts(store)).toMatchObject({ issues: [{ sample_count: 2 }], fingerprints: [2] })
  })

  it('makes the next event the first of an issue whose own first is gone', async () => {
    const store = await aRecordingStore(open, { storage })
    await store.record(...aStorm(1))
    const forget = defineUnit('test.forget', async (tx): Promise<void> => {
      await tx.deleteFrom('payload_dictionaries').execute()
      await tx.updateTable('events').set({ payload_state: 'too_old', codec: null, payload: null }).execute()
    })
    await store.write(forget, undefined)
    const [next, other] = [
      aRecord({ id: 'next', occurredAtMs: noon + 5 }),
      aRecord({ id: 'other', occurredAtMs: noon + 6 }),
    ]
    await store.record(next, other)
    expect(await readStates(store)).toEqual(['too_old', `first ${alone}`, `sample ${against}`])
    const issue = await store.reader
      .selectFrom('issues')
      .select('dictionary_event_id')
      .executeTakeFirstOrThrow()
    expect(issue.dictionary_event_id).toEqual(next.eventId)
    const read = await readEvent(store.reader, { projectId: 1, number: 1 }, other.eventId)
    expect(JSON.stringify(read?.event)).toBe(other.json)
  })

  it('keeps the payloads of another project whole while one storms', async () => {
    const store = await aRecordingStore(open, { storage, projects: 2 })
    await store.record(...aStorm(20), ...aStorm(3, (at) => ({ eventId: Buffer.alloc(16, at), projectId: 2 })))
    const rows = await store.reader
      .selectFrom('issues')
      .select(['project_id', 'sample_count'])
      .orderBy('project_id')
      .execute()
    expect(rows).toEqual([
      { project_id: 1, sample_count: 6 },
      { project_id: 2, sample_count: 2 },
    ])
  })
})
