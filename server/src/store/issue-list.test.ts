import { expect, it } from 'vitest'
import { parseSearch } from '../domain/search/parse-search.ts'
import { newSince } from '../domain/triage/decide-command.ts'
import { parseCursor, type IssuePosition } from './issue-cursor.ts'
import { listIssues, type IssueListRequest } from './issue-list.ts'
import { countIssues } from './issue-counts.ts'
import type { EventRecord } from './recorder/event-record.ts'
import { defineUnit, type Store } from './store.ts'
import { aRecord, aUser, noon } from './testing/a-record.ts'
import { aRecordingStore, type RecordingStore } from './testing/a-recording-store.ts'
import { onBothEngines } from './testing/on-both-engines.ts'

const sorts = ['lastSeen', 'firstSeen', 'events', 'users'] as const

/** The ids on a page, and what asks for the next. */
async function page(store: Store, changes: Partial<IssueListRequest> & { query?: string } = {}) {
  const { query = '', ...request } = changes
  const { rows, nextCursor } = await listIssues(store.reader, store.dialect, {
    projectIds: [1],
    search: parseSearch(query),
    sort: 'lastSeen',
    after: undefined,
    limit: 100,
    nowMs: noon,
    ...request,
  })
  return { ids: rows.map((row) => `${row.project_id}-${row.number}`), nextCursor }
}

async function idsOf(store: Store, query: string): Promise<string[]> {
  return (await page(store, { query })).ids
}

const settle = defineUnit(
  'test.settle',
  async (tx, { number, status }: { number: number; status: 'resolved' | 'archived' }): Promise<void> => {
    await tx
      .updateTable('issues')
      .set({ status, status_reason: status })
      .where('number', '=', number)
      .execute()
  },
)

const regress = defineUnit('test.regress', async (tx, number: number): Promise<void> => {
  await tx.updateTable('issues').set({ status_reason: 'regressed' }).where('number', '=', number).execute()
})

onBothEngines((open) => {
  /** Issue n of project 1 is that of the n-th record. */
  async function openWith(...issues: Partial<EventRecord>[]): Promise<RecordingStore> {
    const store = await aRecordingStore(open, { projects: 3 })
    await store.record(...issues.map((issue, at) => aRecord({ id: `${at}`, bug: `bug ${at}`, ...issue })))
    return store
  }

  it('sorts by last seen, first seen, events and users, the highest first', async () => {
    const store = await openWith(
      { occurredAtMs: noon + 1, ...aUser('ann') },
      { occurredAtMs: noon + 2 },
      { occurredAtMs: noon + 3 },
    )
    await store.record(
      aRecord({ id: 'a', bug: 'bug 0', occurredAtMs: noon + 9, ...aUser('bob') }),
      aRecord({ id: 'b', bug: 'bug 2', occurredAtMs: noon - 9, ...aUser('bob') }),
      aRecord({ id: 'c', bug: 'bug 2' }),
    )
    expect((await page(store, { sort: 'lastSeen' })).ids).toEqual(['1-1', '1-3', '1-2'])
    expect((await page(store, { sort: 'firstSeen' })).ids).toEqual(['1-2', '1-1', '1-3'])
    expect((await page(store, { sort: 'events' })).ids).toEqual(['1-3', '1-1', '1-2'])
    expect((await page(store, { sort: 'users' })).ids).toEqual(['1-1', '1-3', '1-2'])
  })

  it('pages without loss or duplicates in every sort, though issues of many projects are equal', async () => {
    const store = await openWith(...Array.from({ length: 21 }, (_, at) => ({ projectId: 1 + (at % 3) })))
    await store.write(settle, { number: 2, status: 'resolved' })
    for (const sort of sorts) {
      const whole = await page(store, { sort, projectIds: [1, 2, 3] })
      expect(new Set(whole.ids).size).toBe(21)
      expect(whole.nextCursor).toBeNull()
      const seen: string[] = []
      let cursor: string | null = null
      do {
        const after: IssuePosition | undefined = cursor === null ? undefined : parseCursor(cursor)
        const part = await page(store, { sort, after, limit: 4, projectIds: [1, 2, 3] })
        seen.push(...part.ids)
        cursor = part.nextCursor
      } while (cursor !== null && seen.length < 100)
      expect(seen, sort).toEqual(whole.ids)
    }
  })

  it('a page that ends with the list says so', async () => {
    const store = await openWith({}, {})
    expect((await page(store, { limit: 1 })).nextCursor).not.toBeNull()
    expect((await page(store, { limit: 2 })).nextCursor).toBeNull()
  })

  it('lists the projects that are asked for, and no other', async () => {
    const store = await openWith({ projectId: 1 }, { projectId: 2 }, { projectId: 3 })
    expect((await page(store, { projectIds: [1, 3] })).ids).toEqual(['3-1', '1-1'])
    expect((await page(store, { projectIds: [] })).ids).toEqual([])
  })

  it('filters by status and its reason', async () => {
    const store = await openWith(
      {},
      {},
      {},
      { occurredAtMs: newSince(noon) - 1 },
      { occurredAtMs: newSince(noon) },
      {},
    )
    await store.write(settle, { number: 1, status: 'resolved' })
    await store.write(settle, { number: 2, status: 'archived' })
    await store.write(regress, 3)
    expect(await idsOf(store, 'is:resolved')).toEqual(['1-1'])
    expect(await idsOf(store, 'is:archived')).toEqual(['1-2'])
    expect(await idsOf(store, 'is:unresolved')).toEqual(['1-6', '1-3', '1-5', '1-4'])
    expect(await idsOf(store, 'is:regressed')).toEqual(['1-3'])
    expect(await idsOf(store, 'is:new')).toEqual(['1-6', '1-5'])
    expect(await idsOf(store, 'is:ongoing')).toEqual(['1-4'])
    expect(await idsOf(store, '!is:resolved !is:new')).toEqual(['1-3', '1-2', '1-4'])
    expect(await idsOf(store, 'is:resolved is:archived')).toEqual([])
  })

  it('filters by level, platform, type and handling, and by what they are not', async () => {
    const store = await openWith(
      { level: 'fatal', platform: 'node', type: 'TypeError', handling: 'unhandled' },
      { level: 'error', platform: 'python', type: 'KeyError', handling: 'handled' },
    )
    for (const query of [
      'level:fatal',
      'platform:node',
      'type:TypeError',
      'is:unhandled',
      '!level:error',
      '!is:handled',
    ])
      expect(await idsOf(store, query), query).toEqual(['1-1'])
    for (const query of ['!level:fatal', '!platform:node', '!type:TypeError', 'is:handled'])
      expect(await idsOf(store, query), query).toEqual(['1-2'])
  })

  it('finds words of title and culprit, all of them, in any case, and by their beginnings', async () => {
    const store = await openWith(
      { title: 'TypeError: Card declined', culprit: 'pay.ts in charge' },
      { title: 'KeyError: card', culprit: 'cart.ts in total' },
    )
    expect(await idsOf(store, 'CARD')).toEqual(['1-2', '1-1'])
    expect(await idsOf(store, 'card charge')).toEqual(['1-1'])
    expect(await idsOf(store, 'car decl')).toEqual(['1-1'])
    expect(await idsOf(store, '"card declined"')).toEqual(['1-1'])
    expect(await idsOf(store, '"car"')).toEqual([])
    expect(await idsOf(store, 'card missing')).toEqual([])
  })

  it('a text without a letter or digit that no title can hold finds nothing', async () => {
    const store = await openWith({ title: 'Error: title' })
    for (const text of ['\0', '\uD800', '😀', '%', '*'])
      for (const key of ['', 'type:', 'platform:']) expect(await idsOf(store, `${key}"${text}"`)).toEqual([])
  })

  it('counts what matches over projects and statuses, and stops at 99', async () => {
    const store = await openWith(...Array.from({ length: 100 }, (_, at) => ({ projectId: 1 + (at % 2) })))
    const count = (query: string, ...projectIds: number[]) =>
      countIssues(store.reader, projectIds, parseSearch(query), noon)
    expect(await count('', 1)).toBe(50)
    expect(await count('', 1, 2)).toBeNull()
    await store.write(settle, { number: 7, status: 'resolved' })
    expect(await count('is:resolved', 1, 2)).toBe(2)
    expect(await count('is:unresolved', 1, 2)).toBe(98)
    expect(await count('is:archived', 1)).toBe(0)
    expect(await count('')).toBe(0)
  })

  it('takes the end of another list, and any place at all, for a place', async () => {
    const store = await openWith({}, {})
    const cursors = [
      [noon, 1, 2],
      [Number.MAX_SAFE_INTEGER, -1, 0],
      [Number.MIN_SAFE_INTEGER, 2 ** 53 - 1, -1],
    ].map((place) => Buffer.from(JSON.stringify(place)).toString('base64url'))
    const pages = await Promise.all(cursors.map((cursor) => page(store, { after: parseCursor(cursor) })))
    expect(pages.map(({ ids }) => ids)).toEqual([['1-1'], ['1-2', '1-1'], []])
  })
})
