import { expect, it } from 'vitest'
import { MAX_TEMPLATES_PER_STACK } from '../../domain/grouping/index.ts'
import type { Recorded } from './event-record.ts'
import { findIssue } from '../issue-find.ts'
import { defineUnit, type Store } from '../store.ts'
import { aFingerprint, aHash, aRecord, noon } from '../testing/a-record.ts'
import { aRecordingStore } from '../testing/a-recording-store.ts'
import { onBothEngines } from '../testing/on-both-engines.ts'

/** Much work for a busy machine; what it takes is no part of the fact. */
const slowMs = 60_000

interface Change {
  number: number
  binding?: 'own' | 'pinned'
  issue_number?: number
}

const changeFingerprint = defineUnit(
  'test.change',
  async (tx, { number, ...change }: Change): Promise<void> => {
    await tx.updateTable('fingerprints').set(change).where('number', '=', number).execute()
  },
)

const turnFuse = defineUnit('test.fuse', async (tx, fuse: 'on' | 'off'): Promise<void> => {
  await tx.updateTable('fuse_stacks').set({ fuse }).execute()
})

/** A message of one code path that no pattern recognised. */
function aMessage(index: number, { stack = 'stack', event }: { stack?: string; event?: string } = {}) {
  return aRecord({
    id: event ?? `${stack} ${index}`,
    bug: `message ${index}`,
    occurredAtMs: noon + index,
    fingerprint: aFingerprint(`${stack} ${index}`, { stackHash: aHash(stack) }),
  })
}

function messages(from: number, count: number, stack?: string) {
  return Array.from({ length: count }, (_, index) => aMessage(from + index, { ...(stack && { stack }) }))
}

function issuesOf(recorded: Recorded[]): number[] {
  return recorded.map((one) => (one.kind === 'stored' ? one.issueNumber : Number.NaN))
}

function readStacks({ reader }: Store) {
  return reader
    .selectFrom('fuse_stacks')
    .select(['template_count', 'first_fingerprint_number', 'fuse', 'attached_count'])
    .orderBy('first_fingerprint_number')
    .execute()
}

function readHashes({ reader }: Store) {
  return reader
    .selectFrom('fingerprint_hashes')
    .select(['version', 'fingerprint_number', 'comparison'])
    .orderBy('fingerprint_number')
    .orderBy('version')
    .execute()
}

onBothEngines((open) => {
  it('an event whose newest hash is unknown is led by the newest older one that is known', async () => {
    const store = await aRecordingStore(open)
    const old = aRecord({ id: 'old', fingerprint: aFingerprint('old hash') })
    const older = aRecord({ id: 'older', fingerprint: aFingerprint('older hash') })
    await store.record(old, older)
    const references = [aFingerprint('unknown', { version: 9 }), old.fingerprint, older.fingerprint]
    const updated = (id: string, olderFingerprints = references) =>
      aRecord({ id, fingerprint: aFingerprint('new hash', { version: 10 }), olderFingerprints })
    expect(issuesOf(await store.record(updated('a'), updated('b')))).toEqual([1, 1])
    // From now on the new hash alone says so.
    expect(issuesOf(await store.record(updated('c', [older.fingerprint]), updated('d', [])))).toEqual([1, 1])
    expect(await readHashes(store)).toEqual([
      { version: 1, fingerprint_number: 1, comparison: 'done' },
      { version: 10, fingerprint_number: 1, comparison: 'done' },
      { version: 1, fingerprint_number: 2, comparison: 'done' },
    ])
  })

  it('an event that no version knows makes an issue, known by its newest hash', async () => {
    const store = await aRecordingStore(open)
    const fingerprint = aFingerprint('new', { version: 2, likenessHash: aHash('like'), chain: '["a#b"]' })
    await store.record(aRecord({ fingerprint, olderFingerprints: [aFingerprint('old')] }))
    expect(await readHashes(store)).toEqual([{ version: 2, fingerprint_number: 1, comparison: 'waiting' }])
  })

  it('what a person took out of an issue goes before what rules make of it', async () => {
    const store = await aRecordingStore(open)
    const plain = aRecord({ id: 'plain', fingerprint: aFingerprint('plain') })
    const ruled = (id: string) =>
      aRecord({ id, fingerprint: aFingerprint('ruled', { unruledHash: plain.fingerprint.hash }) })
    expect(issuesOf(await store.record(plain, ruled('a')))).toEqual([1, 2])
    await store.write(changeFingerprint, { number: 1, binding: 'pinned' })
    expect(
      issuesOf(await store.record(ruled('b'), aRecord({ id: 'c', fingerprint: aFingerprint('ruled') }))),
    ).toEqual([1, 2])
  })

  it('one code path makes ten groups at most; further messages join its first', async () => {
    const store = await aRecordingStore(open)
    await store.record(...messages(0, MAX_TEMPLATES_PER_STACK - 1), ...messages(0, 1, 'another'))
    const recorded = await store.record(
      ...messages(9, 3),
      aMessage(20, { event: 'x' }),
      aMessage(20, { event: 'y' }),
    )
    expect(issuesOf(recorded)).toEqual([11, 1, 1, 1, 1])
    // A message that has its own group keeps it.
    expect(issuesOf(await store.record(aMessage(4, { event: 'again' })))).toEqual([5])
    expect(await readStacks(store)).toEqual([
      { template_count: 10, first_fingerprint_number: 1, fuse: 'on', attached_count: 4 },
      { template_count: 1, first_fingerprint_number: 10, fuse: 'on', attached_count: 0 },
    ])
    expect(await readHashes(store)).toHaveLength(11)
    const [first] = await store.reader
      .selectFrom('fingerprints')
      .selectAll()
      .where('number', '=', 1)
      .execute()
    expect(first).toMatchObject({ event_count: 5, last_seen: noon + 20 })
    expect(await findIssue(store.reader, { kind: 'id', key: { projectId: 1, number: 1 } })).toMatchObject({
      event_count: 5,
    })
  })

  it(
    'five thousand messages of one code path in one batch make ten groups',
    async () => {
      const store = await aRecordingStore(open)
      const recorded = issuesOf(await store.record(...messages(0, 5_000)))
      expect(new Set(recorded).size).toBe(MAX_TEMPLATES_PER_STACK)
      expect(recorded.slice(0, 12)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 1, 1])
      expect(await readStacks(store)).toMatchObject([{ template_count: 10, attached_count: 4_990 }])
    },
    slowMs,
  )

  it('a fuse that is turned off makes a group of each message, and is heard again when it is turned on', async () => {
    const store = await aRecordingStore(open)
    await store.record(...messages(0, 11))
    await store.write(turnFuse, 'off')
    expect(issuesOf(await store.record(aMessage(10, { event: 'again' }), aMessage(11)))).toEqual([11, 12])
    await store.write(turnFuse, 'on')
    expect(issuesOf(await store.record(aMessage(12)))).toEqual([1])
    expect(await readStacks(store)).toMatchObject([{ template_count: 12, attached_count: 2 }])
  })

  it('a code path whose first group was merged into another issue is followed there', async () => {
    const store = await aRecordingStore(open)
    await store.record(aRecord({ id: 'other', bug: 'other' }), ...messages(0, 10))
    await store.write(changeFingerprint, { number: 2, issue_number: 1 })
    expect(issuesOf(await store.record(aMessage(30)))).toEqual([1])
  })

  it('an event without a code path is counted in no stack', async () => {
    const store = await aRecordingStore(open)
    const batch = Array.from({ length: 12 }, (_, index) => aRecord({ id: `${index}`, bug: `bug ${index}` }))
    expect(new Set(issuesOf(await store.record(...batch))).size).toBe(12)
    expect(await readStacks(store)).toEqual([])
  })
})
