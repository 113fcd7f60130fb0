import { expect, it } from 'vitest'
import { parseSearch } from '../domain/search/parse-search.ts'
import { listIssues } from '../store/issue-list.ts'
import { defineUnit, type Store } from '../store/store.ts'
import { aRecord, noon } from '../store/testing/a-record.ts'
import { aRecordingStore } from '../store/testing/a-recording-store.ts'
import { onBothEngines } from '../store/testing/on-both-engines.ts'
import { createPayloadIndexer } from './index-payloads.ts'

/** All that was received by noon may be indexed. */
const later = noon + 60_000

/** An indexer whose clock stands still, so that a turn goes on until nothing is left. */
function anIndexer(store: Store, { now = later, isBusy = false } = {}): () => Promise<void> {
  return createPayloadIndexer({ store, isBusy: () => isBusy, now: () => now })
}

async function find(store: Store, word: string): Promise<string[]> {
  const { rows } = await listIssues(store.reader, store.dialect, {
    projectIds: [1, 2],
    search: parseSearch(word),
    sort: 'lastSeen',
    after: undefined,
    limit: 10,
    nowMs: noon,
  })
  return rows.map((row) => `${row.project_id}-${row.number}`)
}

function saying(message: string): { json: string } {
  return { json: JSON.stringify({ logentry: { formatted: message } }) }
}

const letGo = defineUnit('test.let-go', async (tx): Promise<void> => {
  await tx
    .updateTable('events')
    .set({ codec: null, payload: null, payload_state: 'over_issue_budget' })
    .execute()
})

onBothEngines((open) => {
  it('later events add their words to those of the first', async () => {
    const store = await aRecordingStore(open, { projects: 2 })
    await store.record(aRecord({ id: 'first', ...saying('alpha') }))
    await store.record(
      aRecord({ id: 'second', receivedAtMs: noon + 1, ...saying('beta') }),
      aRecord({ id: 'third', receivedAtMs: noon + 2, ...saying('gamma') }),
      aRecord({ id: 'elsewhere', projectId: 2, ...saying('alpha') }),
      aRecord({ id: 'also elsewhere', projectId: 2, receivedAtMs: noon + 3, ...saying('delta') }),
    )
    expect(await find(store, 'gamma')).toEqual([])
    const index = anIndexer(store)
    await index()
    for (const word of ['beta', 'gamma', 'alpha beta gamma'])
      expect(await find(store, word), word).toEqual(['1-1'])
    expect(await find(store, 'delta')).toEqual(['2-1'])
    await index()
    expect(await find(store, 'alpha beta gamma')).toEqual(['1-1'])
  })

  it('what comes after a clock was put back is indexed, though the time before had been later', async () => {
    const store = await aRecordingStore(open)
    await store.record(
      aRecord({ id: 'first' }),
      aRecord({ id: 'of a time to come', receivedAtMs: noon + 200 * 86_400_000, ...saying('alpha') }),
    )
    await anIndexer(store, { now: noon + 201 * 86_400_000 })()
    expect(await find(store, 'alpha')).toEqual(['1-1'])
    await store.record(aRecord({ id: 'after', receivedAtMs: noon + 1, ...saying('beta') }))
    await anIndexer(store)()
    expect(await find(store, 'beta')).toEqual(['1-1'])
  })

  it(
    'more events than are taken at once, and many of one millisecond, are all indexed',
    { timeout: 20_000 },
    async () => {
      const store = await aRecordingStore(open)
      await store.record(aRecord({ id: 'first' }))
      await store.record(
        ...Array.from({ length: 120 }, (_, at) =>
          aRecord({ id: `${at}`, receivedAtMs: noon + (at < 70 ? 0 : at), ...saying(`word${at}x`) }),
        ),
      )
      await anIndexer(store)()
      for (const at of [0, 50, 69, 70, 119]) expect(await find(store, `word${at}x`), `${at}`).toEqual(['1-1'])
    },
  )

  it('what came a moment ago waits, and everything waits while more is sent than is written', async () => {
    const store = await aRecordingStore(open)
    await store.record(aRecord({ id: 'first' }), aRecord({ id: 'second', ...saying('beta') }))
    await anIndexer(store, { now: noon + 1_000 })()
    await anIndexer(store, { isBusy: true })()
    expect(await find(store, 'beta')).toEqual([])
    await anIndexer(store)()
    expect(await find(store, 'beta')).toEqual(['1-1'])
  })

  it('a payload that was let go is passed over', async () => {
    const store = await aRecordingStore(open)
    await store.record(
      aRecord({ id: 'first', ...saying('alpha') }),
      aRecord({ id: 'second', ...saying('beta') }),
    )
    await store.write(letGo, undefined)
    await anIndexer(store)()
    expect(await find(store, 'beta')).toEqual([])
    expect(await find(store, 'alpha')).toEqual(['1-1'])
  })
})
