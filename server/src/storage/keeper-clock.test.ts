import { expect, it } from 'vitest'
import type { StorageSettings } from '../domain/storage/index.ts'
import type { Store } from '../store/store.ts'
import { aRecord, noon } from '../store/testing/a-record.ts'
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

/** A keeper whose clock is noon, unless it is set. */
function aKeeper(store: Store, settings: Partial<StorageSettings>) {
  const said: string[] = []
  let now = noon
  const keeper = createStorageKeeper({
    store,
    storageOf: () => ({ ...unlimited, ...settings }),
    now: () => now,
    clock: () => 0,
    pause: () => Promise.resolve(),
    logger: { warn: (sentence) => said.push(sentence) },
  })
  return { keeper, said, setClock: (time: number) => void (now = time) }
}

/** What is kept of each event of an issue, in the order of receipt. */
async function readStates(store: Store): Promise<string[]> {
  const rows = await store.reader
    .selectFrom('events')
    .select('payload_state')
    .orderBy('received_at')
    .execute()
  return rows.map((row) => row.payload_state)
}

const fourEvents = [0, 1, 2, 3].map((at) => aRecord({ id: `event ${at}`, occurredAtMs: noon + at }))

onBothEngines((open) => {
  it('deletes nothing for its age when its clock is put forward, and keeps to budgets', async () => {
    const store = await aRecordingStore(open)
    await store.record(...fourEvents)
    const { keeper, said, setClock } = aKeeper(store, { payloadDays: 1, eventDays: 1, payloadsPerIssue: 1 })
    setClock(noon + 400 * dayMs)
    await keeper.run()
    expect(await readStates(store)).toEqual(['first', 'over_issue_budget', 'sample', 'sample'])
    expect(said).toHaveLength(1)
  })

  it('keeps to the budget of a project also with payloads received before its clock was put back', async () => {
    const store = await aRecordingStore(open)
    await store.record(...fourEvents)
    const { keeper, setClock } = aKeeper(store, { payloadMebibytes: 0 })
    setClock(noon - 9 * dayMs)
    await keeper.run()
    expect(new Set(await readStates(store))).toEqual(new Set(['over_project_budget']))
  })
})
