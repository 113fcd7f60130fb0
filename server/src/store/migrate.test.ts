import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { migrate, readMigrations, type Migration } from './migrate.ts'
import { onEmptyDatabases, type EmptyDatabase } from './testing/on-both-engines.ts'

function aMigration(name: string, text: string): Migration {
  return { name, sql: text, sha256: createHash('sha256').update(text).digest('hex') }
}

const first = aMigration(
  '0001_first.sql',
  'CREATE TABLE first (id INTEGER NOT NULL); INSERT INTO first VALUES (1);',
)
const second = aMigration(
  '0002_second.sql',
  'ALTER TABLE first ADD COLUMN name TEXT; CREATE TABLE second (id TEXT)',
)
const broken = aMigration('0002_second.sql', 'CREATE TABLE second (id TEXT); CREATE TABLE first (id TEXT)')

async function applied({ target }: EmptyDatabase): Promise<string[]> {
  return (await target.readLedger()).map((row) => row.name)
}

async function countRows({ store }: EmptyDatabase, table: string): Promise<number> {
  return (await sql`SELECT 1 FROM ${sql.table(table)}`.execute(store.reader)).rows.length
}

it('the files of both engines have the same names, numbered without a gap', () => {
  const names = readMigrations('sqlite').map((migration) => migration.name)
  expect(readMigrations('postgres').map((migration) => migration.name)).toEqual(names)
  expect(names.map((name) => Number(name.slice(0, 4)))).toEqual(names.map((_, at) => at + 1))
  for (const name of names) expect(name).toMatch(/^\d{4}_[a-z0-9_]+\.sql$/)
})

onEmptyDatabases((openEmpty) => {
  it('applies each file once, in the order of the names, whatever start it is', async () => {
    const database = await openEmpty()
    await migrate(database.target, [first], 1_000)
    await migrate(database.target, [first, second], 2_000)
    await migrate(database.target, [first, second], 3_000)
    expect(await applied(database)).toEqual([first.name, second.name])
    expect(await countRows(database, 'first')).toBe(1)
    const { rows } = await sql`SELECT applied_at FROM schema_migrations ORDER BY name`.execute(
      database.store.reader,
    )
    expect(rows).toEqual([{ applied_at: 1_000 }, { applied_at: 2_000 }])
  })

  it('a file that fails halfway leaves nothing of itself, and runs whole once it is mended', async () => {
    const database = await openEmpty()
    await expect(migrate(database.target, [first, broken], 0)).rejects.toThrow(/first/)
    expect(await applied(database)).toEqual([first.name])
    await expect(countRows(database, 'second')).rejects.toThrow(/second/)
    await migrate(database.target, [first, second], 0)
    expect(await countRows(database, 'second')).toBe(0)
  })

  it('of two processes that start at once one applies a file and the other finds it done', async () => {
    const database = await openEmpty()
    await Promise.all([1, 2, 3].map(() => migrate(database.target, [first, second], 0)))
    expect(await countRows(database, 'first')).toBe(1)
    await database.target.apply(first, 0)
    expect(await countRows(database, 'first')).toBe(1)
  })

  it('an applied file that was edited since stops the start, and nothing is applied', async () => {
    const database = await openEmpty()
    await migrate(database.target, [first], 0)
    const edited = aMigration(first.name, `${first.sql} -- a harmless comment`)
    await expect(migrate(database.target, [edited, second], 0)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining(first.name) as string,
    })
    expect(await applied(database)).toEqual([first.name])
  })

  it('a schema that is newer than this version stops the start, and nothing is applied', async () => {
    const database = await openEmpty()
    await migrate(database.target, [first, aMigration('0003_future.sql', 'CREATE TABLE future (id TEXT)')], 0)
    await expect(migrate(database.target, [first, second], 0)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('newer Mishap (it has 0003_future.sql)') as string,
    })
    expect(await applied(database)).toEqual([first.name, '0003_future.sql'])
  })
})
