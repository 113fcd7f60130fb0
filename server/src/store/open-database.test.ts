import Database from 'better-sqlite3'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { readInstallation } from './installation.ts'
import { migrate, readMigrations } from './migrate.ts'
import { openDatabase, type DatabasePlace } from './open-database.ts'
import { checkPages } from './sqlite/check-pages.ts'
import { guardDatabaseFile } from './sqlite/guard-file.ts'
import { sqliteMigrationTarget } from './sqlite/migration-target.ts'

/** Much work for a busy machine; what it takes is no part of the fact. */
const slowMs = 60_000

const pageBytes = 4_096

interface Place extends DatabasePlace {
  file: string
}

function aPlace(): Place {
  const dataDir = mkdtempSync(join(tmpdir(), 'mishap-open-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true }))
  const file = join(dataDir, 'mishap.db')
  return { dataDir, file, database: { engine: 'sqlite', file } }
}

/** Where a server has run: its file is of many pages, and no log is left beside it. */
async function aUsedPlace(): Promise<Place> {
  const place = aPlace()
  await (await openDatabase(place, 1_000)).close()
  return place
}

function pagesIn(file: string): number {
  return readFileSync(file).length / pageBytes
}

function damagePage(file: string, page: number): void {
  const bytes = readFileSync(file)
  for (let at = page * pageBytes; at < (page + 1) * pageBytes; at++) bytes[at] = (bytes[at] ?? 0) ^ 0xff
  writeFileSync(file, bytes)
}

/** The file is refused with one sentence for whoever runs the server, and is byte for byte what it was. */
async function expectRefusal(place: Place, sentence: RegExp): Promise<void> {
  const before = readFileSync(place.file)
  await expect(openDatabase(place, 2_000)).rejects.toMatchObject({
    name: 'AppError',
    code: 'conflict',
    message: expect.stringMatching(sentence) as string,
  })
  expect(readFileSync(place.file).equals(before)).toBe(true)
}

it('makes the data directory and the database at the first start, and finds them again', async () => {
  const { dataDir } = aPlace()
  const below = join(dataDir, 'new', 'deep')
  const place: DatabasePlace = {
    dataDir: below,
    database: { engine: 'sqlite', file: join(below, 'mishap.db') },
  }
  const first = await openDatabase(place, 1_000)
  const installation = await readInstallation(first.reader)
  await first.close()
  const second = await openDatabase(place, 2_000)
  expect(await readInstallation(second.reader)).toEqual(installation)
  await second.close()
})

it('refuses an empty file, which SQLite would take for a new database', async () => {
  const place = await aUsedPlace()
  truncateSync(place.file, 0)
  await expectRefusal(
    place,
    /is empty \(0 bytes\)\. Restore a backup with "npx mishap restore FILE --replace", or move the file away; it was left as it is\.$/,
  )
})

it('refuses a file that is no SQLite database', async () => {
  const place = aPlace()
  writeFileSync(place.file, 'x'.repeat(3 * pageBytes))
  await expectRefusal(place, /is not an SQLite database\. Restore/)
  writeFileSync(place.file, 'short')
  await expectRefusal(place, /is not an SQLite database\. Restore/)
})

it('refuses a header with nothing behind it that makes sense', async () => {
  const place = aPlace()
  writeFileSync(place.file, `SQLite format 3\0${'garbage'.repeat(2_000)}`)
  await expectRefusal(place, /is damaged\. Restore/)
})

it('refuses the database of another program', async () => {
  const place = aPlace()
  const foreign = new Database(place.file)
  foreign.exec("CREATE TABLE notes (text TEXT); INSERT INTO notes VALUES ('mine')")
  foreign.close()
  await expectRefusal(place, /belongs to another program\. Restore/)
})

it('refuses a file that lacks its second half', async () => {
  const place = await aUsedPlace()
  const half = Math.floor(pagesIn(place.file) / 2) * pageBytes
  truncateSync(place.file, half)
  await expectRefusal(place, /is damaged: \d+ bytes of its end are missing\. Restore/)
  truncateSync(place.file, half + 7)
  await expectRefusal(place, /is damaged: \d+ bytes of its end are missing\. Restore/)
})

it('one damaged page is found when all are read, whichever it is', async () => {
  const { file } = await aUsedPlace()
  const whole = readFileSync(file)
  const pages = pagesIn(file)
  expect(pages).toBeGreaterThan(20)
  expect(checkPages(file, 'whole')).toBeUndefined()
  for (let page = 1; page < pages; page++) {
    damagePage(file, page)
    expect(checkPages(file, 'whole')).toBeTypeOf('string')
    writeFileSync(file, whole)
  }
})

it('a damaged page of a table is also found when the tables are read one by one', async () => {
  const { file } = await aUsedPlace()
  const lastPage = pagesIn(file) - 1
  expect(checkPages(file, 'by-table')).toBeUndefined()
  damagePage(file, lastPage)
  expect(checkPages(file, 'by-table')).toBeTypeOf('string')
})

it('a new file gives room back to the disk that becomes free', async () => {
  const { file } = await aUsedPlace()
  const sqlite = new Database(file)
  onTestFinished(() => void sqlite.close())
  sqlite.exec('CREATE TABLE words (word TEXT); INSERT INTO words VALUES (zeroblob(1000000))')
  const full = sqlite.pragma('page_count', { simple: true })
  sqlite.exec('DROP TABLE words')
  sqlite.pragma('incremental_vacuum')
  expect(sqlite.pragma('page_count', { simple: true })).toBeLessThan(Number(full) - 200)
  expect(sqlite.pragma('page_size', { simple: true })).toBe(pageBytes)
})

it('refuses a folder in the file’s place', async () => {
  const place = aPlace()
  mkdirSync(place.file)
  await expect(openDatabase(place, 0)).rejects.toMatchObject({
    message: expect.stringMatching(/is not a file\./) as string,
  })
})

it('a file that is gone where one was made stops the start, and no new one is made', async () => {
  const place = await aUsedPlace()
  rmSync(place.file)
  await expect(openDatabase(place, 0)).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringMatching(
      /is gone, though one was made here\. Restore a backup, or remove .*installation\.json to start empty\.$/,
    ) as string,
  })
  expect(existsSync(place.file)).toBe(false)
})

it.each(['/dev/null/data', '/proc/mishap'])(
  'a data directory that cannot be made (%s) is named',
  async (dataDir) => {
    const place: DatabasePlace = { dataDir, database: { engine: 'sqlite', file: join(dataDir, 'mishap.db') } }
    await expect(openDatabase(place, 0)).rejects.toMatchObject({
      code: 'unavailable',
      message: `The data directory ${dataDir} cannot be written: give it to the user who runs Mishap, or set MISHAP_DATA_DIR.`,
    })
  },
)

it('a newer schema is refused and left as it is', async () => {
  const place = await aUsedPlace()
  const newer = new Database(place.file)
  newer.exec("INSERT INTO schema_migrations VALUES ('9999_future.sql', '', 0)")
  newer.close()
  await expectRefusal(place, /newer Mishap \(it has 9999_future\.sql\)/)
})

it(
  'a first start that dies before any of its statements can be started again',
  async () => {
    const statements: string[] = []
    const crash = new Error('killed')
    const startUntil = async ({ file }: Place, last: number): Promise<void> => {
      statements.length = 0
      const verbose = (statement: unknown): void => {
        if (statements.length === last) throw crash
        statements.push(String(statement))
      }
      const sqlite = new Database(file, { verbose })
      try {
        sqlite.pragma('journal_mode = WAL')
        sqlite.pragma('synchronous = OFF')
        await migrate(sqliteMigrationTarget(sqlite), readMigrations('sqlite'), 0)
      } finally {
        sqlite.close()
      }
    }
    await startUntil(aPlace(), Number.POSITIVE_INFINITY)
    const count = statements.length
    expect(count).toBeGreaterThan(10)
    for (let last = 2; last < count; last++) {
      const place = aPlace()
      await expect(startUntil(place, last)).rejects.toBe(crash)
      guardDatabaseFile(place.dataDir, place.file)
      await startUntil(place, Number.POSITIVE_INFINITY)
    }
  },
  slowMs,
)

it('a PostgreSQL server that cannot be reached is named by its variable', async () => {
  const place: DatabasePlace = {
    dataDir: '/dev/null',
    database: { engine: 'postgres', url: 'postgres://nobody@127.0.0.1:1/none', asyncCommit: 'refuse' },
  }
  await expect(openDatabase(place, 0)).rejects.toMatchObject({
    code: 'unavailable',
    message: expect.stringMatching(
      /^The PostgreSQL server in MISHAP_DATABASE_URL cannot be used \(.+\)\.$/,
    ) as string,
  })
})
