import { expect, it } from 'vitest'
import type { CommandKind } from '../domain/triage/decide-command.ts'
import type { Store } from '../store/store.ts'
import { aRecord, noon } from '../store/testing/a-record.ts'
import { aRecordingStore } from '../store/testing/a-recording-store.ts'
import { onBothEngines } from '../store/testing/on-both-engines.ts'
import { commandIssue } from './command-issue.ts'
import { describeEvent } from './describe-event.ts'
import { describeIssue } from './describe-issue.ts'
import { answerFingerprints } from './list-fingerprints.ts'

const key = { projectId: 1, number: 1 }

function command(store: Store, kind: CommandKind, now = noon + 60_000, of = key): Promise<void> {
  return store.write(commandIssue, { key: of, command: kind, actor: 'Ada', now })
}

async function told(store: Store) {
  const { status, statusReason, resolvedAt, activity } = await describeIssue(store.reader, '1-1', noon)
  return { status, statusReason, resolvedAt, kinds: activity.map((entry) => entry.kind) }
}

onBothEngines((open) => {
  async function openWithIssue() {
    const store = await aRecordingStore(open, { projects: 2 })
    await store.record(aRecord())
    return store
  }

  it('a command changes the issue and notes who gave it and when', async () => {
    const store = await openWithIssue()
    await command(store, 'resolve')
    const issue = await describeIssue(store.reader, '1-1', noon)
    expect(issue).toMatchObject({ status: 'resolved', resolvedAt: '2026-06-15T12:01:00.000Z' })
    expect(issue.activity[0]).toEqual({
      id: '2',
      kind: 'resolved',
      at: '2026-06-15T12:01:00.000Z',
      actor: 'Ada',
      detail: null,
      regrouping: null,
    })
    await command(store, 'archive')
    expect(await told(store)).toMatchObject({
      status: 'archived',
      statusReason: 'archived',
      resolvedAt: null,
    })
    await command(store, 'reopen')
    expect(await told(store)).toEqual({
      status: 'unresolved',
      statusReason: 'ongoing',
      resolvedAt: null,
      kinds: ['reopened', 'archived', 'resolved', 'first_seen'],
    })
  })

  it('a command that is given twice, even at once, changes and notes nothing more', async () => {
    const store = await openWithIssue()
    await Promise.all([1, 2, 3].map((minute) => command(store, 'resolve', noon + minute)))
    const after = await told(store)
    expect(after.kinds).toEqual(['resolved', 'first_seen'])
    await command(store, 'resolve', noon + 99)
    expect(await told(store)).toEqual(after)
  })

  it('an occurrence after a resolution makes a regression, which can be resolved again', async () => {
    const store = await openWithIssue()
    await command(store, 'resolve')
    await store.record(aRecord({ id: 'again', occurredAtMs: noon + 60_001 }))
    expect(await told(store)).toMatchObject({ status: 'unresolved', statusReason: 'regressed' })
    await command(store, 'resolve', noon + 70_000)
    expect((await told(store)).kinds).toEqual(['resolved', 'regressed', 'resolved', 'first_seen'])
  })

  it('an issue of another project, or none, is not found', async () => {
    const store = await openWithIssue()
    for (const of of [
      { projectId: 2, number: 1 },
      { projectId: 9, number: 1 },
      { projectId: 1, number: 2 },
    ])
      await expect(command(store, 'resolve', noon, of)).rejects.toMatchObject({ code: 'not_found' })
    const eventId = aRecord().eventId.toString('hex')
    await store.record(aRecord({ id: 'other', projectId: 2 }))
    for (const name of ['2-2', 'P2-2', 'P9-1', '1-0', '\0', '1-1\0', "1-1' --"])
      await expect(describeIssue(store.reader, name, noon), name).rejects.toMatchObject({ code: 'not_found' })
    await expect(describeEvent(store.reader, '2-1', eventId)).rejects.toMatchObject({ code: 'not_found' })
    await expect(describeEvent(store.reader, '1-1', '../secret\0')).rejects.toMatchObject({
      code: 'not_found',
    })
    expect((await describeEvent(store.reader, 'p1-1', eventId.toUpperCase())).latestEventId).toBe(eventId)
  })

  it('an issue tells the fingerprints that it owns, with their parts', async () => {
    const store = await openWithIssue()
    const parts = [{ name: 'type', value: 'TypeError', reason: 'The class of the exception.' }]
    const record = aRecord({ id: 'b', bug: 'bug 2' })
    await store.record({ ...record, fingerprint: { ...record.fingerprint, parts: JSON.stringify(parts) } })
    expect((await answerFingerprints(store.reader, '1-2')).items).toEqual([
      {
        number: 2,
        binding: 'own',
        title: 'TypeError: bug 2',
        culprit: 'cart.ts in total',
        count: 1,
        firstSeen: '2026-06-15T12:00:00.000Z',
        lastSeen: '2026-06-15T12:00:00.000Z',
        hashes: [
          {
            hash: record.fingerprint.hash.toString('hex'),
            version: 1,
            tier: 'exception',
            parts,
            createdAt: '2026-06-15T12:00:00.000Z',
          },
        ],
        fuse: null,
      },
    ])
  })
})
