import { expect, it } from 'vitest'
import { defaultStorageSettings } from '../../domain/storage/index.ts'
import { createDictionaries } from '../../store/recorder/dictionaries.ts'
import { defineUnit, type Tx } from '../../store/store.ts'
import { aRecordingStore } from '../../store/testing/a-recording-store.ts'
import { onBothEngines } from '../../store/testing/on-both-engines.ts'
import type { WriteHandle } from '../../store/write-handle.ts'
import type { Decoded } from '../decode/decoded.ts'
import { anArrival, anEnvelope, decode, ownId } from '../decode/testing/an-arrival.ts'
import { createSdkLabelBound } from '../bound-sdk-labels.ts'
import { recordBatch } from './record-batch.ts'

function decodeFor(projectId: number, ...items: [headers: object, payload: unknown][]): Decoded {
  return decode(anArrival(anEnvelope({ event_id: ownId }, ...items), { projectId }))
}

function files(from: number, count: number): [object, unknown][] {
  return Array.from({ length: count }, (_, at) => [
    { type: 'attachment', filename: `${from + at}` },
    Buffer.from('x'),
  ])
}

onBothEngines((open) => {
  async function recording() {
    const store = await aRecordingStore(open)
    const handle: WriteHandle = {
      dialect: store.dialect,
      transaction: <Result>(work: (tx: Tx) => Promise<Result>) =>
        store.write(
          defineUnit<undefined, Result>('test.batch', (tx) => work(tx)),
          undefined,
        ),
      close: async () => undefined,
    }
    const logged: unknown[] = []
    const logFailure = (error: unknown): void => void logged.push(error)
    const parts = {
      handle,
      dictionaries: createDictionaries(),
      boundSdkLabels: createSdkLabelBound(),
      storageOf: () => defaultStorageSettings,
      logFailure,
    }
    return { store, logged, record: (...batch: Decoded[]) => recordBatch(parts, batch) }
  }

  it('counts the files that an event has no room for, and shows an example', async () => {
    const { store, record } = await recording()
    await record(decodeFor(1, ...files(0, 20)), decodeFor(1, ...files(20, 15)))
    const outcomes = await store.reader
      .selectFrom('outcomes')
      .select(['category', 'outcome', 'reason', 'quantity'])
      .orderBy('outcome')
      .execute()
    expect(outcomes).toEqual([
      { category: 'attachment', outcome: 'accepted', reason: '', quantity: 30 },
      { category: 'attachment', outcome: 'invalid', reason: 'too_large', quantity: 5 },
    ])
    expect(await store.reader.selectFrom('refusals').select(['category', 'detail']).execute()).toMatchObject([
      { category: 'attachment', detail: expect.stringContaining('30 attachments') },
    ])
  })

  it('logs a mistake of ours in decoding once for each kind', async () => {
    const { logged, record } = await recording()
    const failed: Decoded = { ...decodeFor(1), failures: [new TypeError('x is not a function')] }
    await record(failed, failed, { ...failed, failures: [new RangeError('too deep')] })
    expect(logged.map(String)).toEqual(['TypeError: x is not a function', 'RangeError: too deep'])
  })

  it('refuses what cannot be stored, counts it, and takes no neighbour along', async () => {
    const { store, logged, record } = await recording()
    const good = decodeFor(1, [{ type: 'event' }, { message: 'good' }])
    const other = decode(
      anArrival(
        anEnvelope({}, [{ type: 'event' }, { message: 'bad' }], [{ type: 'user_report' }, { comments: 'x' }]),
      ),
    )
    // No column takes it.
    const poisoned = other.feedback.map((one) => ({
      ...one,
      projectId: 1,
      message: null as unknown as string,
    }))
    const bad: Decoded = { ...other, source: { ...other.source, projectId: 1 }, feedback: poisoned }
    const answers = await record(good, bad)
    expect(answers).toMatchObject([{ status: 200 }, { status: 400 }])
    expect(answers[1]?.body).toMatchObject({ detail: expect.stringContaining('could not be stored') })
    expect(logged).toHaveLength(1)
    const outcomes = await store.reader
      .selectFrom('outcomes')
      .select(['category', 'outcome', 'quantity'])
      .orderBy('category')
      .orderBy('outcome')
      .execute()
    expect(outcomes).toEqual([
      { category: 'error', outcome: 'accepted', quantity: 1 },
      { category: 'error', outcome: 'invalid', quantity: 1 },
      { category: 'feedback', outcome: 'invalid', quantity: 1 },
    ])
    expect(await store.reader.selectFrom('refusals').select('detail').execute()).toHaveLength(1)
    expect(await record(bad)).toMatchObject([{ status: 400 }])
  })
})
