import { expect, it } from 'vitest'
import { aRecord, aUser, noon } from '../../store/testing/a-record.ts'
import { onBothEngines } from '../../store/testing/on-both-engines.ts'
import { commandIssue } from '../command-issue.ts'
import { describeEvent } from '../describe-event.ts'
import { answerFingerprints } from '../list-fingerprints.ts'
import { describeRegrouping } from './describe-regrouping.ts'
import { aRegroupingStore, tellIssue } from './testing/a-regrouping-store.ts'

onBothEngines((open) => {
  /** Issues 2, 3 and 4 are merged into 1. */
  async function openMerged() {
    const store = await aRegroupingStore(open)
    const record = (bug: number, ofIt: Parameters<typeof aRecord>[0] = {}) =>
      aRecord({ id: `of ${bug}`, bug: `bug ${bug}`, occurredAtMs: noon + bug, ...ofIt })
    await store.record(
      record(1, aUser('ann')),
      record(2, aUser('ann')),
      record(3),
      record(4, { level: 'fatal', json: '{"level":"fatal"}' }),
    )
    const key = { projectId: 1, number: 2 }
    await store.write(commandIssue, { key, command: 'archive', actor: 'Ada', now: noon })
    await store.merge('1-1', '1-2', '1-3', '1-4')
    return store
  }

  it('goes back to the issue it was made with, which is as it was, with what came since', async () => {
    const store = await openMerged()
    await store.record(
      aRecord({ id: 'since', bug: 'bug 2', occurredAtMs: noon + 20, level: 'warning', ...aUser('bob') }),
    )
    const number = await store.unmerge('1-1', 2)
    expect(await tellIssue(store, '1-2')).toMatchObject({
      id: '1-2',
      title: 'TypeError: bug 2',
      status: 'archived',
      count: 2,
      userCount: 2,
      level: 'warning',
      entries: [
        'unmerged: 1 fingerprint with 2 events came out of P1-1.',
        'merged: It was merged into P1-1.',
        'archived: ',
        'first_seen: ',
      ],
    })
    expect(await tellIssue(store, '1-1')).toMatchObject({ count: 3, userCount: 1, level: 'fatal' })
    expect(await describeRegrouping(store.reader, 1, number)).toMatchObject({
      kind: 'unmerge',
      issues: [{ id: '1-2' }, { id: '1-1' }],
    })
    expect((await answerFingerprints(store.reader, '1-2')).items).toMatchObject([{ binding: 'pinned' }])
    expect(await store.record(aRecord({ id: 'later', bug: 'bug 2' }))).toEqual([
      { kind: 'stored', issueNumber: 2 },
    ])
  })

  it('fingerprints of several issues become a new one, named by the largest', async () => {
    const store = await openMerged()
    await store.record(aRecord({ id: 'more', bug: 'bug 3' }))
    await store.unmerge('1-1', 2, 3)
    const made = await tellIssue(store, '1-5')
    expect(made).toMatchObject({ title: 'TypeError: bug 3', status: 'unresolved', count: 3, userCount: 1 })
    expect(await tellIssue(store, '1-1')).toMatchObject({ count: 2, userCount: 1 })
    // Its events are packed against one that stayed.
    const packed = aRecord({ id: 'packed', bug: 'bug 2' })
    expect(await store.record(packed)).toEqual([{ kind: 'stored', issueNumber: 5 }])
    const eventId = packed.eventId.toString('hex')
    expect((await describeEvent(store.reader, '1-5', eventId)).event).toMatchObject({ message: 'packed' })
  })

  it('an issue gives what it was made with to a new one', async () => {
    const store = await openMerged()
    await store.unmerge('1-1', 1)
    expect(await tellIssue(store, '1-5')).toMatchObject({ title: 'TypeError: bug 1', count: 1 })
    expect(await tellIssue(store, '1-1')).toMatchObject({ title: 'TypeError: bug 1', count: 3 })
  })

  it('who asks for an issue finds its events, though the one that took it in was taken out', async () => {
    const store = await aRegroupingStore(open)
    await store.record(...[1, 2, 3].map((bug) => aRecord({ id: `${bug}`, bug: `bug ${bug}` })))
    await store.merge('1-2', '1-3')
    await store.merge('1-1', '1-2')
    const number = await store.unmerge('1-1', 2)
    expect((await tellIssue(store, '1-2')).count).toBe(1)
    expect((await tellIssue(store, '1-3')).id).toBe('1-1')
    await store.undo(number)
    expect((await tellIssue(store, '1-3')).id).toBe('1-1')
    expect((await tellIssue(store, '1-2')).id).toBe('1-1')
  })

  it('merging again what was taken out keeps it pinned', async () => {
    const store = await openMerged()
    await store.unmerge('1-1', 2)
    await store.merge('1-1', '1-2')
    const { items } = await answerFingerprints(store.reader, '1-1')
    expect(Object.fromEntries(items.map(({ number, binding }) => [number, binding]))).toEqual({
      1: 'own',
      2: 'pinned',
      3: 'merged',
      4: 'merged',
    })
  })

  it('refuses to take out everything, or what is not there', async () => {
    const store = await openMerged()
    await expect(store.unmerge('1-1', 1, 2, 3, 4)).rejects.toMatchObject({ code: 'invalid' })
    await expect(store.unmerge('1-1', 2, 9)).rejects.toThrow('The issue has no fingerprint 9.')
    await expect(store.unmerge('2-1', 1)).rejects.toMatchObject({ code: 'not_found' })
    expect((await tellIssue(store, '1-1')).count).toBe(4)
  })
})
