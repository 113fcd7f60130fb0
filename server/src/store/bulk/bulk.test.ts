import { expect, it } from 'vitest'
import { defineUnit } from '../store.ts'
import { aRecordingStore } from '../testing/a-recording-store.ts'
import { onBothEngines } from '../testing/on-both-engines.ts'
import type { BulkFind, BulkInsert, BulkUpdate } from './statements.ts'

const insert = {
  table: 'pieces',
  columns: { id: 'text', hash: 'bytes', note: 'text', size: 'number' },
  onConflict: 'ON CONFLICT (id) DO NOTHING',
} satisfies BulkInsert
const update = {
  table: 'pieces',
  keys: { id: 'text' },
  set: { hash: 'bytes', note: 'text' },
  add: { size: 'number' },
  raise: { rank: 'number' },
} satisfies BulkUpdate
const find = {
  select: 'p.*',
  from: 'pieces AS p',
  keyed: 'p',
  keys: { hash: 'bytes', size: 'number' },
} satisfies BulkFind

const bytes = (...values: number[]): Buffer => Buffer.from(values)

const work = defineUnit('test.bulk', async (tx, _input: undefined, dialect) => {
  await tx.schema
    .createTable('pieces')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('hash', dialect.engine === 'sqlite' ? 'blob' : 'bytea')
    .addColumn('note', 'text')
    .addColumn('size', 'bigint')
    .addColumn('rank', 'bigint', (column) => column.defaultTo(7))
    .execute()
  const first = { id: 'a', hash: bytes(0, 255, 0x5c), note: null, size: 2 ** 52 }
  const second = { id: 'b', hash: null, note: '{"quoted", \\ NULL}', size: null }
  const third = { id: 'c', hash: bytes(), note: '', size: 0 }
  const added = await tx.bulk.insertNew(insert, [first, second])
  const addedAgain = await tx.bulk.insertNew(insert, [second, third])
  await tx.bulk.update(update, [{ id: 'c', hash: bytes(1), note: 'later', size: 2, rank: 9 }])
  const unknown = await tx.bulk.updateKnown(update, [
    { id: 'c', hash: bytes(1), note: 'later', size: 3, rank: 8 },
    { id: 'nobody', hash: null, note: null, size: 1, rank: 1 },
  ])
  const found = await tx.bulk.find<typeof first>(find, [
    { hash: bytes(1), size: 5 },
    { hash: bytes(1), size: 6 },
    { hash: first.hash, size: first.size },
  ])
  const none = await tx.bulk.find(find, [])
  return { added, addedAgain, unknown, found, none }
})

onBothEngines((open) => {
  it('inserts, changes and finds rows of numbers, texts and bytes, many at once', async () => {
    const store = await aRecordingStore(open)
    const { added, addedAgain, unknown, found, none } = await store.write(work, undefined)
    expect(added.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(addedAgain.map(({ id }) => id)).toEqual(['c'])
    expect(unknown.map(({ id }) => id)).toEqual(['nobody'])
    expect(none).toEqual([])
    expect(found.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual([
      { id: 'a', hash: bytes(0, 255, 0x5c), note: null, size: 2 ** 52, rank: 7 },
      { id: 'c', hash: bytes(1), note: 'later', size: 5, rank: 9 },
    ])
  })
})
