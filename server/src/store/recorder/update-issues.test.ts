import { expect, it } from 'vitest'
import { readActivities } from '../issue-activities.ts'
import { findIssue } from '../issue-find.ts'
import { defineUnit, type Store } from '../store.ts'
import { aRecord, noon } from '../testing/a-record.ts'
import { aRecordingStore, type RecordingStore } from '../testing/a-recording-store.ts'
import { onBothEngines } from '../testing/on-both-engines.ts'

const key = { projectId: 1, number: 1 }
const resolvedAt = noon + 100

/** As triage leaves it; its own tests are beside it. */
const settle = defineUnit('test.settle', async (tx, status: 'resolved' | 'archived'): Promise<void> => {
  await tx
    .updateTable('issues')
    .set({ status, status_reason: status, resolved_at: status === 'resolved' ? resolvedAt : null })
    .execute()
})

async function readState({ reader }: Store) {
  const issue = await findIssue(reader, { kind: 'id', key })
  return { status: issue?.status, reason: issue?.status_reason, resolvedAt: issue?.resolved_at }
}

async function readKinds({ reader }: Store): Promise<string[]> {
  return (await readActivities(reader, key)).map((activity) => activity.kind)
}

onBothEngines((open) => {
  async function openWith(status: 'resolved' | 'archived'): Promise<RecordingStore> {
    const store = await aRecordingStore(open)
    await store.record(aRecord({ id: 'first' }))
    await store.write(settle, status)
    return store
  }

  it('a resolved issue reopens when it occurs again, and says why', async () => {
    const store = await openWith('resolved')
    await store.record(aRecord({ id: 'again', occurredAtMs: resolvedAt + 1 }))
    expect(await readState(store)).toEqual({ status: 'unresolved', reason: 'regressed', resolvedAt: null })
    const [regressed] = await readActivities(store.reader, key)
    expect(regressed).toMatchObject({ number: 2, kind: 'regressed', at: resolvedAt + 1, actor: null })
    expect(regressed?.detail).toMatch(/after it was resolved/)
  })

  it('an event that occurred before the resolution is counted, but reopens nothing', async () => {
    const store = await openWith('resolved')
    await store.record(
      aRecord({ id: 'late', occurredAtMs: resolvedAt, receivedAtMs: resolvedAt + 60_000 }),
      aRecord({ id: 'later', occurredAtMs: resolvedAt - 1, receivedAtMs: resolvedAt + 60_000 }),
    )
    expect(await readState(store)).toEqual({ status: 'resolved', reason: 'resolved', resolvedAt })
    expect(await readKinds(store)).toEqual(['first_seen'])
    expect((await findIssue(store.reader, { kind: 'id', key }))?.event_count).toBe(3)
  })

  it('a batch of occurrences is one regression, whichever of them came after the resolution', async () => {
    const store = await openWith('resolved')
    await store.record(
      aRecord({ id: 'a', occurredAtMs: resolvedAt + 1 }),
      aRecord({ id: 'b', occurredAtMs: resolvedAt + 2 }),
      aRecord({ id: 'c', occurredAtMs: resolvedAt - 1 }),
    )
    await store.record(aRecord({ id: 'd', occurredAtMs: resolvedAt + 3 }))
    expect(await readKinds(store)).toEqual(['regressed', 'first_seen'])
  })

  it('a duplicate of an event is no regression', async () => {
    const store = await openWith('resolved')
    await store.record(aRecord({ id: 'first', occurredAtMs: resolvedAt + 1 }))
    expect((await readState(store)).status).toBe('resolved')
  })

  it('an archived issue counts on and stays archived', async () => {
    const store = await openWith('archived')
    await store.record(aRecord({ id: 'again', occurredAtMs: resolvedAt + 1 }))
    expect((await readState(store)).status).toBe('archived')
    expect(await readKinds(store)).toEqual(['first_seen'])
    expect((await findIssue(store.reader, { kind: 'id', key }))?.event_count).toBe(2)
  })
})
