import { expect, it } from 'vitest'
import { recordEvents } from '../../store/recorder/record-events.ts'
import { defineUnit } from '../../store/store.ts'
import { aRecord, aUser, noon } from '../../store/testing/a-record.ts'
import { onBothEngines } from '../../store/testing/on-both-engines.ts'
import { commandIssue } from '../command-issue.ts'
import { answerIssueList, countTabs } from '../list-issues.ts'
import { answerFingerprints } from '../list-fingerprints.ts'
import { describeRegrouping } from './describe-regrouping.ts'
import { aRegroupingStore, tellIssue } from './testing/a-regrouping-store.ts'

onBothEngines((open) => {
  async function openWithIssues() {
    const store = await aRegroupingStore(open)
    await store.record(
      aRecord({ id: 'a', release: '2.0', ...aUser('ann') }),
      aRecord({ id: 'b', bug: 'bug 2', release: '1.0', occurredAtMs: noon - 9, ...aUser('ann') }),
      aRecord({ id: 'c', bug: 'bug 3', level: 'fatal', occurredAtMs: noon + 9, ...aUser('bob') }),
      aRecord({ id: 'd', projectId: 2, bug: 'foreign' }),
    )
    return store
  }

  it('the issues become one, which keeps its name and status and tells of all their events', async () => {
    const store = await openWithIssues()
    await store.write(commandIssue, {
      key: { projectId: 1, number: 1 },
      command: 'archive',
      actor: 'Ada',
      now: noon,
    })
    const number = await store.merge('1-1', '1-2', 'P1-3')
    expect(await tellIssue(store, '1-1')).toEqual({
      id: '1-1',
      title: 'TypeError: bug 1',
      status: 'archived',
      count: 3,
      userCount: 2,
      level: 'fatal',
      firstRelease: '1.0',
      lastRelease: '2.0',
      entries: [
        'merged: P1-2 and P1-3 were merged into this issue.',
        'archived: ',
        'first_seen: First seen in release 2.0.',
      ],
    })
    expect(await describeRegrouping(store.reader, 1, number)).toMatchObject({
      number: 1,
      kind: 'merge',
      state: 'done',
      actor: 'Ada',
      issues: [
        { id: '1-1', shortId: 'P1-1', count: 3 },
        { id: '1-2', count: 1 },
        { id: '1-3', count: 1 },
      ],
    })
    expect((await answerFingerprints(store.reader, '1-1')).items.map((item) => item.binding)).toEqual([
      'own',
      'merged',
      'merged',
    ])
  })

  it('what was merged is in no list and no count, and its name leads to the issue that goes on', async () => {
    const store = await openWithIssues()
    await store.merge('1-1', '1-2')
    await store.merge('1-3', '1-1')
    const query = { sort: 'lastSeen', limit: 9, project: '1' } as const
    const { items } = await answerIssueList(store, query, noon)
    expect(items.map((item) => item.id)).toEqual(['1-3'])
    expect(await store.query(countTabs, { project: '1', now: noon })).toMatchObject({
      unresolved: 1,
      archived: 0,
    })
    for (const name of ['1-1', '1-2', 'P1-2']) expect((await tellIssue(store, name)).id).toBe('1-3')
    const later = await store.record(aRecord({ id: 'later', bug: 'bug 2' }))
    expect(later).toEqual([{ kind: 'stored', issueNumber: 3 }])
  })

  it.each([
    ['itself', ['1-1'], 'invalid'],
    ['what is part of it', ['1-2'], 'invalid'],
    ['one issue twice', ['1-3', 'P1-3'], 'invalid'],
    ['an issue of another project', ['2-1'], 'not_found'],
    ['an issue that is not there', ['1-99'], 'not_found'],
    ['no name at all', ['\0'], 'not_found'],
  ])('an issue cannot be merged with %s', async (_, ids, code) => {
    const store = await openWithIssues()
    await store.merge('1-1', '1-2')
    const before = await tellIssue(store, '1-1')
    await expect(store.merge('1-1', ...ids)).rejects.toMatchObject({ code })
    expect(await tellIssue(store, '1-1')).toEqual(before)
  })

  it('says the same of an issue of another project as of none', async () => {
    const store = await openWithIssues()
    const messages = await Promise.all(
      ['2-1', '2-9'].map((id) =>
        store.merge('1-1', id).catch((error: unknown) => String(error).replaceAll(id, '?')),
      ),
    )
    expect(messages[0]).toBe(messages[1])
    await expect(store.merge('2-1', '1-1')).rejects.toMatchObject({ code: 'not_found' })
  })

  it('events that are being recorded while issues are merged are counted where they went', async () => {
    const store = await openWithIssues()
    let go = (): void => {}
    const merging = new Promise<void>((resolve) => (go = resolve))
    const recordSlowly = defineUnit('test.slowly', async (tx): Promise<void> => {
      const again = [aRecord({ id: 'e' }), aRecord({ id: 'f', bug: 'bug 2', ...aUser('cid') })]
      await recordEvents(tx, store.recorder, again)
      await merging
    })
    const recorded = store.write(recordSlowly, undefined)
    const merged = store.merge('1-1', '1-2')
    setTimeout(go, 50)
    await Promise.all([recorded, merged])
    expect(await tellIssue(store, '1-1')).toMatchObject({ count: 4, userCount: 2 })
  })
})
