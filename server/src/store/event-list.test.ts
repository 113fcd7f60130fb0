import { expect, it } from 'vitest'
import { listEvents } from './event-list.ts'
import { readEnd, readNeighbour } from './event-neighbours.ts'
import { readEvent } from './event-read.ts'
import type { EventPlace } from './issue-events.ts'
import { findIssue } from './issue-find.ts'
import type { Store } from './store.ts'
import { aRecord, anEventId, noon } from './testing/a-record.ts'
import { aRecordingStore, type RecordingStore } from './testing/a-recording-store.ts'
import { onBothEngines } from './testing/on-both-engines.ts'

const key = { projectId: 1, number: 1 }

async function walk({ reader }: Store, limit: number): Promise<string[]> {
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const { rows, nextCursor } = await listEvents(reader, key, { cursor, limit })
    seen.push(...rows.map((row) => row.event_id.toString('hex')))
    cursor = nextCursor ?? undefined
  } while (cursor !== undefined && seen.length < 100)
  return seen
}

onBothEngines((open) => {
  /** Ten events of issue 1-1, five at each of two times; one of issue 1-2 and one of 2-1 between them. */
  async function openWithEvents(): Promise<RecordingStore> {
    const store = await aRecordingStore(open, { projects: 2 })
    await store.record(
      ...Array.from({ length: 10 }, (_, at) => aRecord({ id: `${at}`, occurredAtMs: noon + (at % 2) })),
      aRecord({ id: 'other issue', bug: 'bug 2' }),
      aRecord({ id: 'other project', projectId: 2 }),
    )
    return store
  }

  it('lists the events of one issue, newest first, each once over all pages', async () => {
    const store = await openWithEvents()
    const whole = await walk(store, 100)
    expect(new Set(whole)).toEqual(
      new Set(Array.from({ length: 10 }, (_, at) => anEventId(`${at}`).toString('hex'))),
    )
    const { rows } = await listEvents(store.reader, key, { cursor: undefined, limit: 100 })
    expect(rows.map((row) => row.occurred_at)).toEqual([
      ...Array<number>(5).fill(noon + 1),
      ...Array<number>(5).fill(noon),
    ])
    for (const limit of [1, 3, 5, 10]) expect(await walk(store, limit)).toEqual(whole)
  })

  it('a row says what the event says of itself', async () => {
    const store = await aRecordingStore(open)
    await store.record(
      aRecord({ receivedAtMs: noon + 7, release: '1.0', environment: 'live', userLabel: 'ann' }),
      aRecord({ id: 'bare' }),
    )
    const { rows } = await listEvents(store.reader, key, { cursor: undefined, limit: 9 })
    const common = { occurred_at: noon, title: 'TypeError: bug 1' }
    expect(rows.find((row) => row.release !== null)).toEqual({
      ...common,
      event_id: anEventId('event 1'),
      received_at: noon + 7,
      release: '1.0',
      environment: 'live',
      user_label: 'ann',
      payload_state: 'first',
    })
    expect(rows.find((row) => row.release === null)).toEqual({
      ...common,
      event_id: anEventId('bare'),
      received_at: noon,
      release: null,
      environment: null,
      user_label: null,
      payload_state: 'sample',
    })
  })

  it('walks from the oldest to the latest and back, an event at a time', async () => {
    const store = await openWithEvents()
    const newestFirst = await walk(store, 100)
    for (const [side, from, expected] of [
      ['older', 'latest', newestFirst],
      ['newer', 'oldest', newestFirst.toReversed()],
    ] as const) {
      const seen: string[] = []
      let place: EventPlace | undefined = await readEnd(store.reader, key, from)
      while (place !== undefined && seen.length < 100) {
        seen.push(place.event_id.toString('hex'))
        place = await readNeighbour(store.reader, key, place, side)
      }
      expect(seen, side).toEqual(expected)
    }
  })

  it('finds nothing of an issue under another issue, another project or no issue', async () => {
    const store = await openWithEvents()
    const ofIssue = anEventId('0')
    expect(await readEvent(store.reader, key, ofIssue)).toMatchObject({
      row: { occurred_at: noon },
      event: { message: '0' },
    })
    for (const foreign of [
      { projectId: 1, number: 2 },
      { projectId: 2, number: 1 },
      { projectId: 9, number: 1 },
    ])
      expect(await readEvent(store.reader, foreign, ofIssue)).toBeUndefined()
    const nowhere = { projectId: 2, number: 2 }
    expect(await findIssue(store.reader, { kind: 'id', key: nowhere })).toBeUndefined()
    expect(await findIssue(store.reader, { kind: 'short', prefix: 'P2', number: 2 })).toBeUndefined()
    expect(await findIssue(store.reader, { kind: 'short', prefix: 'P9', number: 1 })).toBeUndefined()
    expect(await findIssue(store.reader, { kind: 'short', prefix: 'P2', number: 1 })).toMatchObject({
      project_id: 2,
      number: 1,
    })
    expect(await readEnd(store.reader, nowhere, 'latest')).toBeUndefined()
    expect((await listEvents(store.reader, nowhere, { cursor: undefined, limit: 9 })).rows).toEqual([])
  })

  it('a damaged cursor is invalid', async () => {
    const store = await aRecordingStore(open)
    const id = anEventId('0').toString('hex')
    const texts = [
      '',
      'null',
      '[]',
      `[1,"${id.slice(1)}"]`,
      `[1,"${id.toUpperCase()}"]`,
      `["1","${id}"]`,
      `[1e300,"${id}"]`,
    ]
    const cursors = ['%%%', ...texts.map((text) => Buffer.from(text).toString('base64url'))]
    for (const cursor of cursors)
      await expect(listEvents(store.reader, key, { cursor, limit: 9 }), cursor).rejects.toMatchObject({
        code: 'invalid',
      })
  })
})
