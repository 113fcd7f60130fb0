import { expect, it } from 'vitest'
import { aRecord, noon } from '../../store/testing/a-record.ts'
import { onBothEngines } from '../../store/testing/on-both-engines.ts'
import { describeIssue } from '../describe-issue.ts'
import { answerRegroupings } from './describe-regrouping.ts'
import { aRegroupingStore, tellIssue } from './testing/a-regrouping-store.ts'

onBothEngines((open) => {
  async function openWithIssues() {
    const store = await aRegroupingStore(open)
    await store.record(
      ...[1, 2, 3, 4].map((bug) => aRecord({ id: `${bug}`, bug: `bug ${bug}`, release: `${bug}.0` })),
    )
    return store
  }

  it('brings the issues back as they were, with what has come since where it belongs', async () => {
    const store = await openWithIssues()
    const number = await store.merge('1-1', '1-2')
    await store.record(aRecord({ id: 'since', bug: 'bug 2' }))
    await store.undo(number)
    expect(await tellIssue(store, '1-1')).toMatchObject({ count: 1, firstRelease: '1.0', lastRelease: '1.0' })
    expect(await tellIssue(store, '1-2')).toMatchObject({ id: '1-2', count: 2, firstRelease: '2.0' })
    const [undone, merged] = (await describeIssue(store.reader, '1-1', noon)).activity
    expect([undone?.kind, merged?.kind]).toEqual(['unmerged', 'merged'])
    // It cannot be undone once more.
    expect(merged?.regrouping).toBeNull()
  })

  it('an activity tells what can be undone', async () => {
    const store = await openWithIssues()
    const number = await store.merge('1-1', '1-2')
    expect((await describeIssue(store.reader, '1-1', noon)).activity[0]?.regrouping).toBe(number)
  })

  it('an issue that taking apart has made goes into the one that it came from', async () => {
    const store = await openWithIssues()
    await store.merge('1-1', '1-2', '1-3')
    await store.undo(await store.unmerge('1-1', 2, 3))
    expect(await tellIssue(store, '1-1')).toMatchObject({ count: 3 })
    expect((await tellIssue(store, '1-5')).id).toBe('1-1')
    const { items } = await answerRegroupings(store.reader, 1, 9)
    expect(items.map(({ number, kind, state }) => [number, kind, state])).toEqual([
      [2, 'unmerge', 'undone'],
      [1, 'merge', 'done'],
    ])
    // Whoever looks is taken to the issue that is there.
    expect(items[0]?.issues.map((issue) => issue.id)).toEqual(['1-1', '1-5'])
  })

  it('is done once, even if it is asked for at once by two', async () => {
    const store = await openWithIssues()
    const number = await store.merge('1-1', '1-2')
    const results = await Promise.allSettled([store.undo(number), store.undo(number)])
    expect(results.map((result) => result.status).toSorted()).toEqual(['fulfilled', 'rejected'])
    await expect(store.undo(number)).rejects.toMatchObject({ code: 'conflict', message: /already undone/ })
  })

  it('waits for what came later and is about the same fingerprints', async () => {
    const store = await openWithIssues()
    const first = await store.merge('1-1', '1-2')
    const second = await store.merge('1-3', '1-1')
    await expect(store.undo(first)).rejects.toMatchObject({
      code: 'conflict',
      message: `Regrouping ${second} came later and is about the same issues. Undo that one first.`,
    })
    await store.undo(second)
    await store.undo(first)
    expect((await tellIssue(store, '1-2')).id).toBe('1-2')
  })

  it('does not wait for what is about others', async () => {
    const store = await openWithIssues()
    const first = await store.merge('1-1', '1-2')
    await store.merge('1-1', '1-3')
    await store.merge('1-4', '1-1').then((third) => store.undo(third))
    await store.undo(first)
    expect(await tellIssue(store, '1-1')).toMatchObject({ count: 2 })
    expect((await tellIssue(store, '1-3')).id).toBe('1-1')
  })

  it('leaves no issue without a fingerprint', async () => {
    const store = await openWithIssues()
    const merged = await store.merge('1-1', '1-2')
    const apart = await store.unmerge('1-1', 1)
    await expect(store.undo(merged)).rejects.toThrow(`Regrouping ${apart} came later`)
    const into = await store.merge('1-5', '1-3')
    await expect(store.undo(apart)).rejects.toThrow(`Regrouping ${into} came later`)
  })

  it('knows only what its project has', async () => {
    const store = await openWithIssues()
    await store.merge('1-1', '1-2')
    await expect(store.undo(2)).rejects.toMatchObject({ code: 'not_found' })
    expect((await answerRegroupings(store.reader, 2, 9)).items).toEqual([])
  })
})
