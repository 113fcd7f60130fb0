import { expect, it } from 'vitest'
import { readEvent } from '../event-read.ts'
import { defineUnit } from '../store.ts'
import { aRecord } from '../testing/a-record.ts'
import { aRecordingStore, recordingOn, type RecordingStore } from '../testing/a-recording-store.ts'
import { onBothEngines } from '../testing/on-both-engines.ts'
import { createDictionaries } from './dictionaries.ts'
import type { EventRecord } from './event-record.ts'
import { recordEvents } from './record-events.ts'

/** An event with a body that deflate alone cannot make small, as the first of its issue or much like it. */
function aTelling(id: string, { bug = 'bug 1', chars = 3_000, seed = 1 } = {}): EventRecord {
  const body = Array.from({ length: chars }, (_, at) =>
    ((at * at * seed * 7919) % 104_729).toString(36),
  ).join('')
  return aRecord({ id, bug, json: JSON.stringify({ id, body: body.slice(0, chars), text: 'Ошибка 😀' }) })
}

async function readBack({ reader }: RecordingStore, record: EventRecord, issueNumber = 1): Promise<string> {
  const found = await readEvent(reader, { projectId: 1, number: issueNumber }, record.eventId)
  return JSON.stringify(found?.event)
}

async function readCodecs({ reader }: RecordingStore): Promise<(string | null)[]> {
  const rows = await reader.selectFrom('events').select('codec').orderBy('codec').execute()
  return rows.map((row) => row.codec)
}

onBothEngines((open) => {
  it('the first event of an issue stands alone, later ones are kept as what differs from it', async () => {
    const store = await aRecordingStore(open)
    const [first, second, third] = [aTelling('a'), aTelling('b'), aTelling('c')]
    await store.record(first, second)
    await store.record(third)
    expect(await readCodecs(store)).toEqual(['deflate', 'deflate-beginning', 'deflate-beginning'])
    for (const event of [first, second, third]) expect(await readBack(store, event)).toBe(event.json)
    const sizes = await store.reader.selectFrom('events').select(['codec', 'payload']).execute()
    const sizeOf = (codec: string) => sizes.find((row) => row.codec === codec)?.payload?.length ?? 0
    expect(sizeOf('deflate-beginning')).toBeLessThan(sizeOf('deflate') / 5)
  })

  it('a server that has just started, or remembers other issues, reads the dictionary again', async () => {
    const store = await aRecordingStore(open, { dictionaries: createDictionaries(1) })
    const events = [
      aTelling('a'),
      aTelling('b', { bug: 'bug 2', seed: 3 }),
      aTelling('c'),
      aTelling('d', { bug: 'bug 2', seed: 3 }),
    ]
    for (const event of events) await store.record(event)
    const restarted = recordingOn(store)
    const last = aTelling('e')
    await restarted.record(last)
    expect(await readBack(store, last)).toBe(last.json)
    for (const [at, event] of events.entries())
      expect(await readBack(store, event, 1 + (at % 2))).toBe(event.json)
  })

  it('after a rollback and clear, an issue that takes the lost one’s number has its own dictionary', async () => {
    const store = await aRecordingStore(open)
    const { dictionaries, recorder } = store
    const failing = defineUnit('test.failing', async (tx, batch: EventRecord[]): Promise<void> => {
      await recordEvents(tx, recorder, batch)
      throw new Error('The disk is full.')
    })
    const lost = aTelling('lost', { seed: 5 })
    await expect(store.write(failing, [lost])).rejects.toThrow('The disk is full.')
    expect(await store.reader.selectFrom('issues').selectAll().execute()).toEqual([])
    dictionaries.clear()
    const [first, second] = [aTelling('a', { bug: 'bug 2' }), aTelling('b', { bug: 'bug 2' })]
    await store.record(first)
    await store.record(second)
    for (const event of [first, second]) expect(await readBack(store, event)).toBe(event.json)
    await store.record({ ...lost, fingerprint: first.fingerprint })
    expect(await readBack(store, lost)).toBe(lost.json)
  })

  it('deflates without a dictionary when the first event is no longer kept', async () => {
    const store = await aRecordingStore(open)
    await store.record(aTelling('a'))
    await store.write(
      defineUnit('test.forget', async (tx): Promise<void> => void (await tx.deleteFrom('events').execute())),
      undefined,
    )
    const later = aTelling('b')
    await recordingOn(store).record(later)
    expect(await readCodecs(store)).toEqual(['deflate'])
    expect(await readBack(store, later)).toBe(later.json)
  })

  it('remembers of a large first event only what deflate can reach back to', async () => {
    const store = await aRecordingStore(open)
    const [first, second, third] = [
      aTelling('a', { chars: 200_000 }),
      aTelling('b', { chars: 200_000 }),
      aTelling('c'),
    ]
    await store.record(first, second)
    const sizes: number[] = []
    const measure = defineUnit('test.measure', async (tx, dictionaries: typeof store.dictionaries) => {
      sizes.push((await dictionaries.read(tx, 1, first.eventId))?.json.byteLength ?? 0)
    })
    await store.write(measure, store.dictionaries)
    const restarted = recordingOn(store)
    await store.write(measure, restarted.dictionaries)
    await restarted.record(third)
    expect(sizes).toEqual([28_672, 28_672])
    for (const event of [first, second, third]) expect(await readBack(store, event)).toBe(event.json)
  })
})
