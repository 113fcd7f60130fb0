import { expect, it } from 'vitest'
import { aFingerprint, aHash, aRecord, noon } from '../../store/testing/a-record.ts'
import { onBothEngines } from '../../store/testing/on-both-engines.ts'
import { createMergeSuggester } from './suggest-merges.ts'
import { answerSuggestion, answerSuggestions } from './suggestions.ts'
import { aRegroupingStore, tellIssue, type RegroupingStore } from './testing/a-regrouping-store.ts'

const calls = ['cart#total', 'cart#tax', 'page#checkout']

/** A group of one type and message, told apart by where its stack was cut. */
function aCut(name: string, chain: string[], { likeness = 'alike', projectId = 1 } = {}) {
  const fingerprint = aFingerprint(name, { likenessHash: aHash(likeness), chain: JSON.stringify(chain) })
  return aRecord({ id: `${projectId} ${name}`, projectId, bug: name, fingerprint })
}

async function suggestedTo({ reader }: RegroupingStore, name: string) {
  return (await answerSuggestions(reader, name)).items
}

function answer(store: RegroupingStore, of: string, suggestionId: string, kind: 'accept' | 'dismiss') {
  return store.write(answerSuggestion, {
    projectId: 1,
    of,
    suggestionId,
    answer: kind,
    actor: 'Ada',
    now: noon,
  })
}

onBothEngines((open) => {
  async function openCompared() {
    const store = await aRegroupingStore(open)
    await store.record(
      aCut('whole', calls),
      aCut('cut', calls.slice(0, 2)),
      aCut('other way', ['mail#send', 'page#contact']),
      aCut('other message', calls, { likeness: 'other' }),
      aCut('foreign', calls, { projectId: 2 }),
    )
    const suggest = createMergeSuggester(store, () => noon)
    await suggest()
    return { store, suggest }
  }

  it('issues of one type and message are suggested when the calls of one are in the other', async () => {
    const { store } = await openCompared()
    expect(await suggestedTo(store, '1-1')).toEqual([
      {
        id: '1-2',
        issue: { id: '1-2', shortId: 'P1-2', title: 'TypeError: cut', count: 1 },
        reason: expect.stringContaining('one call fewer') as string,
      },
    ])
    expect((await suggestedTo(store, '1-2')).map((item) => item.issue.id)).toEqual(['1-1'])
    expect(await suggestedTo(store, '1-4')).toEqual([])
    expect(await suggestedTo(store, '2-1')).toEqual([])
    expect(
      await store.reader
        .selectFrom('fingerprint_hashes')
        .select('hash')
        .where('comparison', '=', 'waiting')
        .execute(),
    ).toEqual([])
  })

  it('what comes later is compared with what was there', async () => {
    const { store, suggest } = await openCompared()
    await store.record(aCut('cut more', [calls[0] ?? '', calls[2] ?? '']))
    await suggest()
    expect((await suggestedTo(store, '1-5')).map((item) => item.issue.id)).toEqual(['1-1'])
  })

  it('accepting merges the other issue into this one', async () => {
    const { store } = await openCompared()
    expect(await answer(store, '1-1', '1-2', 'accept')).toBe(1)
    expect(await tellIssue(store, '1-2')).toMatchObject({ id: '1-1', count: 2 })
    expect(await suggestedTo(store, '1-1')).toEqual([])
    await store.undo(1)
    expect(await suggestedTo(store, '1-1')).toEqual([])
  })

  it('what was dismissed is not suggested again, however often it is compared', async () => {
    const { store, suggest } = await openCompared()
    expect(await answer(store, '1-2', '1-2', 'dismiss')).toBeNull()
    await expect(answer(store, '1-1', '1-2', 'accept')).rejects.toMatchObject({ code: 'not_found' })
    // A newer version of the grouping knows both by other hashes, which are compared anew.
    const newer = (name: string, chain: string[]) => {
      const record = aCut(name, chain)
      const fingerprint = { ...record.fingerprint, version: 2 }
      return {
        ...record,
        eventId: aHash(`newer ${name}`),
        fingerprint,
        olderFingerprints: [record.fingerprint],
      }
    }
    await store.record(newer('whole', calls), newer('cut', calls.slice(0, 2)))
    await suggest()
    expect(await suggestedTo(store, '1-1')).toEqual([])
  })

  it('nothing is suggested of what a person took out, nor within one issue', async () => {
    const { store, suggest } = await openCompared()
    await store.merge('1-1', '1-2')
    expect(await suggestedTo(store, '1-1')).toEqual([])
    await store.unmerge('1-1', 2)
    expect(await suggestedTo(store, '1-1')).toEqual([])
    await store.record(aCut('again', calls.slice(0, 2), {}))
    await suggest()
    expect((await suggestedTo(store, '1-5')).map((item) => item.issue.id)).toEqual(['1-1'])
  })
})
