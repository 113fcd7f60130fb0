import { expect, it } from 'vitest'
import { readTags, type TagDistribution } from '../issue-tags.ts'
import type { Store } from '../store.ts'
import { aRecord, noon } from '../testing/a-record.ts'
import { aRecordingStore } from '../testing/a-recording-store.ts'
import { onBothEngines } from '../testing/on-both-engines.ts'

/** Much work for a busy machine; what it takes is no part of the fact. */
const slowMs = 60_000

const key = { projectId: 1, number: 1 }

function manyTags(count: number, tagOf: (index: number) => [string, string]): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => tagOf(index)))
}

async function readTag(store: Store, name: string): Promise<TagDistribution | undefined> {
  return (await readTags(store.reader, key)).find((tag) => tag.key === name)
}

onBothEngines((open) => {
  it('counts the values of each tag of an issue, the most frequent first', async () => {
    const store = await aRecordingStore(open)
    await store.record(
      aRecord({ id: 'a', tags: { browser: 'Firefox', os: 'Linux' } }),
      aRecord({ id: 'b', tags: { browser: 'Chrome' }, occurredAtMs: noon + 5 }),
      aRecord({ id: 'c', bug: 'bug 2', tags: { browser: 'Safari' } }),
    )
    await store.record(aRecord({ id: 'd', tags: { browser: 'Chrome' }, occurredAtMs: noon + 1 }))
    expect(await readTags(store.reader, key)).toEqual([
      {
        key: 'browser',
        total: 3,
        other: 0,
        values: [
          { value: 'Chrome', event_count: 2, last_seen: noon + 5 },
          { value: 'Firefox', event_count: 1, last_seen: noon },
        ],
      },
      { key: 'os', total: 1, other: 0, values: [{ value: 'Linux', event_count: 1, last_seen: noon }] },
    ])
  })

  it('tells tags apart by every character, whatever a column would trim, fold or take for a name', async () => {
    const store = await aRecordingStore(open)
    const tags = manyTags(6, (index) => [['a', 'A', 'a ', '__proto__', 'constructor', 'ä'][index] ?? '', 'x'])
    await store.record(aRecord({ id: 'a', tags }))
    await store.record(aRecord({ id: 'b', tags }))
    const counted = await readTags(store.reader, key)
    expect(new Set(counted.map((tag) => tag.key))).toEqual(new Set(Object.keys(tags)))
    expect(new Set(counted.map((tag) => tag.total))).toEqual(new Set([2]))
  })

  it('keeps a thousand values of a key by name and counts the rest as other', async () => {
    const store = await aRecordingStore(open)
    const visit = (from: number, count: number) =>
      Array.from({ length: count }, (_, index) =>
        aRecord({ id: `visit ${from + index}`, tags: { url: `/${from + index}` } }),
      )
    await store.record(...visit(0, 998))
    await store.record(...visit(998, 5), aRecord({ id: 'known', tags: { url: '/0' } }))
    await store.record(...visit(2_000, 3), aRecord({ id: 'known again', tags: { url: '/0' } }))
    expect(await readTag(store, 'url')).toMatchObject({
      total: 1_008,
      values: [{ value: '/0', event_count: 3 }, {}, {}, {}, {}, {}, {}, {}, {}, {}],
    })
    const row = await store.reader.selectFrom('fingerprint_tag_keys').selectAll().executeTakeFirst()
    expect(row).toMatchObject({ value_count: 1_000, other_count: 6 })
    expect(await store.reader.selectFrom('fingerprint_tags').select('value').execute()).toHaveLength(1_000)
  })

  it('what is not shown of a key is other, so that the parts make the whole', async () => {
    const store = await aRecordingStore(open)
    await store.record(
      ...Array.from({ length: 12 }, (_, index) =>
        aRecord({ id: `${index}`, tags: { host: `web-${index}` } }),
      ),
    )
    const tag = await readTag(store, 'host')
    expect(tag?.values).toHaveLength(10)
    expect(tag).toMatchObject({ total: 12, other: 2 })
  })

  it(
    'takes more keys of an issue at once than a statement has parameters',
    async () => {
      const store = await aRecordingStore(open)
      await store.record(aRecord({ id: 'a', tags: { key: 'x' } }))
      await store.record(aRecord({ id: 'b', tags: manyTags(33_000, (index) => [`key ${index}`, 'x']) }))
      const counted = store.reader
        .selectFrom('fingerprint_tag_keys')
        .select((eb) => eb.fn.countAll<number>().as('keys'))
      expect(await counted.execute()).toEqual([{ keys: 33_001 }])
    },
    slowMs,
  )

  it('indexes the longest tag that an event may have, in letters that do not compress', async () => {
    const store = await aRecordingStore(open)
    // 200 letters of three bytes each, for key and value: an index row of PostgreSQL holds 2,704 bytes.
    const letters = (step: number) =>
      String.fromCodePoint(...Array.from({ length: 200 }, (_, at) => 0x4e00 + ((at * at * step) % 20_000)))
    const tags = { [letters(7919)]: letters(104_729) }
    await store.record(aRecord({ tags }))
    expect((await readTags(store.reader, key)).map((tag) => [tag.key, tag.values[0]?.value])).toEqual(
      Object.entries(tags),
    )
  })
})
