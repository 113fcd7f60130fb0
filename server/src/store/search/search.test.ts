import { expect, it } from 'vitest'
import type { Event } from '../../domain/event/event.ts'
import { parseSearch } from '../../domain/search/parse-search.ts'
import { listIssues, type IssueListRequest } from '../issue-list.ts'
import { parseCursor } from '../issue-cursor.ts'
import type { EventRecord } from '../recorder/event-record.ts'
import { defineUnit, type Store } from '../store.ts'
import { aRecord, anEventId, noon } from '../testing/a-record.ts'
import { aRecordingStore, type RecordingStore } from '../testing/a-recording-store.ts'
import { fillIssues } from '../testing/fill-issues.ts'
import { onBothEngines } from '../testing/on-both-engines.ts'
import { addWords } from './add-words.ts'
import { shareWords } from './share-words.ts'

function pageOf(store: Store, query: string, changes: Partial<IssueListRequest> = {}) {
  return listIssues(store.reader, store.dialect, {
    projectIds: [1],
    search: parseSearch(query),
    sort: 'lastSeen',
    after: undefined,
    limit: 100,
    nowMs: noon,
    ...changes,
  })
}

async function find(store: Store, query: string, changes: Partial<IssueListRequest> = {}): Promise<string[]> {
  const { rows } = await pageOf(store, query, changes)
  return rows.map((row) => `${row.project_id}-${row.number}`)
}

function anEvent(event: Partial<Event>): Pick<EventRecord, 'json'> {
  return { json: JSON.stringify(event) }
}

/** Strings that engines, their tokenisers and SQL take for something else than text. */
const texts = [
  'Ошибка загрузки',
  'ÄRGER',
  'ﬁne ligature',
  'e\u0301te',
  'İstanbul',
  'ΟΔΟΣ',
  'straße',
  'naïve',
  '日本語のエラー',
  '网络错误',
  '한국어 오류',
  'ข้อผิดพลาด',
  'हिन्दी त्रुटि',
  'שגיאה',
  'خطأ',
  'Հայերեն',
  'a_b',
  String.raw`C:\temp`,
  "it's",
  '"quoted"',
  '100%',
  'NEAR(x y)',
  'one AND two',
  'NOT three',
  'col:umn',
  'star*',
  '^caret',
  'minus-sign',
  '(paren)',
  'x OR y',
  "' & '",
  ':*',
  '<->',
  '!bang',
  'null\0byte',
  '\uD800lone',
  '\uFEFFbom',
  'tab\tbed',
  'line\nfeed',
  '\u0007bell',
  '0x1F4A9',
  '𝒳𝓎𝓏',
  'ｆｕｌｌ',
]

onBothEngines((open) => {
  /** Issue n of project 1 is that of the n-th record; the last is the latest. */
  async function openWith(...issues: Partial<EventRecord>[]): Promise<RecordingStore> {
    const store = await aRecordingStore(open, { projects: 2 })
    await store.record(...issues.map((issue, at) => aRecord({ id: `${at}`, bug: `bug ${at}`, ...issue })))
    return store
  }

  it('finds what stands in frames, breadcrumbs, tags and the message, and not what another project has', async () => {
    const store = await openWith(
      anEvent({
        exception: {
          values: [
            {
              type: 'E',
              stacktrace: {
                frames: [{ function: 'chargeCard', filename: 'src/till.ts', module: 'shop.till' }],
              },
            },
          ],
        },
        breadcrumbs: { values: [{ category: 'navigation', message: 'opened basket' }] },
        tags: { customer: 'acme' },
        logentry: { formatted: 'paid twice' },
      }),
      { projectId: 2, ...anEvent({ logentry: { formatted: 'chargeCard elsewhere' } }) },
    )
    for (const word of ['chargecard', 'Card', 'till.ts', 'navigation', 'basket', 'acme', 'twice', 'bask'])
      expect(await find(store, word), word).toEqual(['1-1'])
    expect(await find(store, 'elsewhere')).toEqual([])
    expect(await find(store, 'charge', { projectIds: [1, 2] })).toEqual(['2-1', '1-1'])
  })

  it('finds the same texts on every engine, and only where they stand', { timeout: 20_000 }, async () => {
    const store = await openWith(
      ...texts.map((text) => ({ title: `before ${text.toWellFormed().replaceAll('\0', '\uFFFD')} after` })),
    )
    const found: Record<string, string[]> = {}
    for (const text of texts)
      found[text] = await find(store, `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`)
    for (const [at, text] of texts.entries())
      if (/[\p{L}\p{N}]/u.test(text)) expect(found[text], text).toEqual([`1-${at + 1}`])
      else expect(found[text], text).toEqual([])
  })

  it('a word is the beginning of what it finds; in quotes it is whole; all must be in one group of events', async () => {
    const store = await openWith({ title: 'timeout in checkout' }, { title: 'timeouts' }, { title: 'time' })
    expect(await find(store, 'time')).toEqual(['1-3', '1-2', '1-1'])
    expect(await find(store, 'timeo')).toEqual(['1-2', '1-1'])
    expect(await find(store, '"timeout"')).toEqual(['1-1'])
    expect(await find(store, 'checkout time')).toEqual(['1-1'])
    expect(await find(store, 'checkout timeouts')).toEqual([])
  })

  it('an id of an event, with or without dashes, and one of an issue find the issue', async () => {
    const store = await openWith({}, {}, {})
    const id = anEventId('1').toString('hex')
    const withDashes = id.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
    for (const name of [id, withDashes.toUpperCase(), 'P1-2', 'p1-2', '1-2'])
      expect(await find(store, name), name).toEqual(['1-2'])
    expect(await find(store, `is:resolved ${id}`)).toEqual([])
    expect(await find(store, 'P1-2', { projectIds: [2] })).toEqual([])
    expect(await find(store, 'f'.repeat(32))).toEqual([])
  })

  it('words go together with conditions, sorts and pages', async () => {
    const store = await openWith(
      ...Array.from({ length: 9 }, (_, at) => ({
        title: 'shared word',
        level: at % 2 ? ('info' as const) : ('error' as const),
        occurredAtMs: noon + at,
      })),
    )
    expect(await find(store, 'shared !level:info')).toEqual(['1-9', '1-7', '1-5', '1-3', '1-1'])
    const first = await pageOf(store, 'shared', { limit: 4 })
    const after = parseCursor(first.nextCursor ?? '')
    expect(await find(store, 'shared', { limit: 4, after })).toEqual(['1-5', '1-4', '1-3', '1-2'])
  })

  it('what was merged is found as what it was merged into', async () => {
    const store = await openWith({ title: 'apple' }, { title: 'pear' })
    await store.write(mergeSecondIntoFirst, undefined)
    expect(await find(store, 'pear')).toEqual(['1-1'])
  })

  it('words of a later event are added to those of the first, up to a bound', async () => {
    const store = await openWith({ title: 'first' })
    const later = Array.from({ length: 1_200 }, (_, at) => `word${at}x`)
    await store.write(add, { number: 1, words: ['second', 'first'] })
    expect(await find(store, 'first second')).toEqual(['1-1'])
    await store.write(add, { number: 1, words: later })
    await store.write(add, { number: 1, words: later.map((word) => `other${word}`) })
    expect(await find(store, 'second word1199x otherword0x')).toEqual(['1-1'])
    expect(await find(store, 'otherword1199x')).toEqual([])
  })

  it('a fingerprint that takes events of another is found by its words', async () => {
    const store = await openWith({ title: 'apple' }, { title: 'pear' })
    await store.write(share, undefined)
    expect(await find(store, 'apple')).toEqual(['1-2', '1-1'])
    expect(await find(store, 'apple pear')).toEqual(['1-2'])
  })

  it(
    'words that most issues have are sought by going through the issues, page by page',
    { timeout: 20_000 },
    async () => {
      const store = await aRecordingStore(open)
      await store.write(fillIssues, { projectId: 1, count: 300 })
      const common = { mostLookedUp: 100 }
      const first = await pageOf(store, 'common', { limit: 3, ...common })
      expect(first.rows.map((row) => row.number)).toEqual([300, 299, 298])
      const after = parseCursor(first.nextCursor ?? '')
      expect(await find(store, 'common', { limit: 3, after, ...common })).toEqual(['1-297', '1-296', '1-295'])
      expect(await find(store, 'common "nth7"', common)).toEqual(['1-207', '1-107', '1-7'])
      expect(await find(store, 'comm nth', { sort: 'events', limit: 2, ...common })).toEqual([
        '1-300',
        '1-299',
      ])
    },
  )

  it('a search that looks at more than is done at once says where it goes on', async () => {
    const store = await aRecordingStore(open)
    await store.write(fillIssues, { projectId: 1, count: 350 })
    const pages: number[][] = []
    let after: IssueListRequest['after']
    do {
      const { rows, nextCursor } = await pageOf(store, 'level:fatal', { mostWalked: 300, limit: 9, after })
      pages.push(rows.map((row) => row.number))
      after = nextCursor === null ? undefined : parseCursor(nextCursor)
    } while (after !== undefined && pages.length < 50)
    expect(pages.length).toBeGreaterThan(2)
    expect(pages.flat()).toEqual([1])
  })
})

const mergeSecondIntoFirst = defineUnit('test.merge', async (tx): Promise<void> => {
  await tx.updateTable('fingerprints').set({ issue_number: 1 }).where('number', '=', 2).execute()
  await tx.updateTable('issues').set({ merged_into: 1 }).where('number', '=', 2).execute()
})

const share = defineUnit('test.share', (tx, _input: undefined, dialect) =>
  shareWords(tx, dialect, 1, { from: 1, to: 2 }),
)

const add = defineUnit(
  'test.add-words',
  (tx, { number, words }: { number: number; words: string[] }, dialect): Promise<void> =>
    addWords(tx, dialect, 1, [{ fingerprintNumber: number, words }]),
)
