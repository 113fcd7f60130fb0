import { expect, it } from 'vitest'
import { issueListQuery } from '../contract/index.ts'
import type { Store } from '../store/store.ts'
import { aRecord, noon } from '../store/testing/a-record.ts'
import { aRecordingStore } from '../store/testing/a-recording-store.ts'
import { onBothEngines } from '../store/testing/on-both-engines.ts'
import { defineUnit } from '../store/store.ts'
import { answerIssueList, countTabs } from './list-issues.ts'

function list(store: Store, query: Record<string, string> = {}) {
  return answerIssueList(store, issueListQuery.parse(query), noon)
}

const callProjectTwoOne = defineUnit('test.rename', async (tx): Promise<void> => {
  await tx.updateTable('projects').set({ slug: '1' }).where('id', '=', 2).execute()
})

onBothEngines((open) => {
  async function openWithIssues() {
    const store = await aRecordingStore(open, { projects: 2 })
    await store.record(
      aRecord({ id: 'a' }),
      aRecord({ id: 'b', bug: 'bug 2', occurredAtMs: noon - 1 }),
      aRecord({ id: 'c', projectId: 2, occurredAtMs: noon - 2 }),
    )
    return store
  }

  it('lists the issues of all projects, or of the one that a slug or an id names, page by page', async () => {
    const store = await openWithIssues()
    const idsOf = async (query: Record<string, string>) =>
      (await list(store, query)).items.map((item) => item.id)
    expect(await idsOf({})).toEqual(['1-1', '1-2', '2-1'])
    expect(await idsOf({ project: 'project-2' })).toEqual(['2-1'])
    expect(await idsOf({ project: '1' })).toEqual(['1-1', '1-2'])
    const { items, nextCursor } = await list(store, { limit: '2' })
    expect(items).toHaveLength(2)
    expect(await idsOf({ limit: '2', cursor: nextCursor ?? '' })).toEqual(['2-1'])
  })

  it('an id goes before a slug that looks like it', async () => {
    const store = await openWithIssues()
    await store.write(callProjectTwoOne, undefined)
    expect((await list(store, { project: '1' })).items.map((item) => item.project.id)).toEqual(['1', '1'])
  })

  it('an item says what the list shows of it', async () => {
    const [item] = (await list(await openWithIssues())).items
    expect(item).toEqual({
      id: '1-1',
      shortId: 'P1-1',
      project: { id: '1', slug: 'project-1', name: 'Project 1', platform: null },
      title: 'TypeError: bug 1',
      type: 'TypeError',
      value: 'bug 1',
      culprit: 'cart.ts in total',
      level: 'error',
      status: 'unresolved',
      statusReason: 'new',
      count: 1,
      userCount: 0,
      firstSeen: '2026-06-15T12:00:00.000Z',
      lastSeen: '2026-06-15T12:00:00.000Z',
      platform: 'node',
      isUnhandled: false,
      trend: [...Array<number>(23).fill(0), 1],
    })
  })

  it('counts the tabs, of all projects or one', async () => {
    const store = await openWithIssues()
    const none = { regressed: 0, archived: 0, resolved: 0 }
    expect(await store.query(countTabs, { project: undefined, now: noon })).toEqual({
      unresolved: 3,
      new: 3,
      ...none,
    })
    expect(await store.query(countTabs, { project: 'project-2', now: noon })).toEqual({
      unresolved: 1,
      new: 1,
      ...none,
    })
  })

  it('a project that there is not is not found, whatever it is called', async () => {
    const store = await openWithIssues()
    for (const project of [
      '9',
      '999999999999999',
      'none',
      '',
      '\0',
      '1\0',
      '\uD800',
      "' OR 1=1 --",
      'x'.repeat(5_000),
    ])
      await expect(list(store, { project }), project).rejects.toMatchObject({ code: 'not_found' })
  })

  it('a search or cursor that cannot be understood is invalid', async () => {
    const store = await openWithIssues()
    const tooMany = Array.from({ length: 101 }, (_, index) => `w${index}`).join(' ')
    for (const query of ['is:lost', '"open', tooMany, `"${tooMany}"`, 'level:error '.repeat(101)])
      await expect(list(store, { query }), query).rejects.toMatchObject({ code: 'invalid' })
    await expect(list(store, { cursor: 'damaged' })).rejects.toMatchObject({ code: 'invalid' })
    expect((await list(store, { query: 'bug '.repeat(100) })).items).toHaveLength(3)
  })
})
