import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { readConfig, type Config } from '../config/config.ts'
import { isAsLeft } from '../store/sqlite/clean-mark.ts'
import { takeServerLock } from '../store/sqlite/server-lock.ts'
import { backupCommand } from './backup.ts'
import { createProjectCommand } from './create-project.ts'
import { restoreCommand } from './restore.ts'
import { withPartial } from './with-partial.ts'

/** Of a data directory that is not there yet, in a folder of this test. */
function aConfig(folder = aFolder(), name = 'data'): Config {
  return readConfig({ MISHAP_DATA_DIR: join(folder, name), MISHAP_DISK_LOW_WATER_PERCENT: '0' })
}

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mishap-backup-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

async function aShop(): Promise<{ config: Config; folder: string; file: string }> {
  const folder = aFolder()
  const config = aConfig(folder)
  await createProjectCommand(config, 'shop', {})
  return { config, folder, file: join(folder, 'copy.db') }
}

async function backUp(config: Config, file: string): Promise<Record<string, unknown>> {
  return JSON.parse(await backupCommand(config, file, { json: true }))
}

async function restore(config: Config, file: string, replace = false): Promise<Record<string, unknown>> {
  return JSON.parse(await restoreCommand(config, file, { json: true, replace }))
}

function projectsIn(file: string): unknown[] {
  const sqlite = new Database(file, { readonly: true })
  onTestFinished(() => void sqlite.close())
  return sqlite.prepare('SELECT slug FROM projects ORDER BY slug').pluck().all()
}

function databaseOf({ dataDir }: Config): string {
  return join(dataDir, 'mishap.db')
}

describe('a backup', () => {
  test('is one file with all data, and a checksum as sha256sum writes it', async () => {
    const { config, folder, file } = await aShop()
    const sha256 = (): string => createHash('sha256').update(readFileSync(file)).digest('hex')
    expect(await backUp(config, file)).toEqual({
      file,
      bytes: statSync(databaseOf(config)).size,
      sha256: sha256(),
      projects: 1,
      issues: 0,
      events: 0,
      seconds: expect.any(Number),
    })
    expect(readFileSync(`${file}.sha256`, 'utf8')).toBe(`${sha256()}  copy.db\n`)
    expect(projectsIn(file)).toEqual(['shop'])
    expect(readdirSync(folder).toSorted()).toEqual(['copy.db', 'copy.db.sha256', 'data'])
  })

  test('is of one moment, whatever is written meanwhile', async () => {
    const { config, file } = await aShop()
    const other = new Database(databaseOf(config))
    onTestFinished(() => void other.close())
    const insert = other.prepare("INSERT INTO verifications VALUES (?, 'x', 'y', 'z', 'z', 'z')")
    let written = 0
    const writing = setInterval(() => insert.run(String(written++)), 0)
    onTestFinished(() => clearInterval(writing))
    await new Promise((resolve) => setTimeout(resolve, 5))
    expect(await backUp(config, file)).toMatchObject({ projects: 1 })
    expect(projectsIn(file)).toEqual(['shop'])
  })

  test('leaves a file alone that is there already', async () => {
    const { config, file } = await aShop()
    writeFileSync(file, 'mine')
    await expect(backUp(config, file)).rejects.toMatchObject({ code: 'conflict' })
    expect(readFileSync(file, 'utf8')).toBe('mine')
  })

  test('is refused where there is no room for it, and for what the server needs', async () => {
    const { config, file } = await aShop()
    const greedy = { ...config, disk: { ...config.disk, lowWaterBytes: Number.MAX_SAFE_INTEGER } }
    await expect(backUp(greedy, file)).rejects.toMatchObject({
      code: 'too_large',
      message: expect.stringMatching(/what the server needs to go on/),
    })
  })

  test('of a damaged database fails, and leaves nothing', async () => {
    const { config, folder, file } = await aShop()
    const bytes = readFileSync(databaseOf(config))
    bytes.fill(0xff, bytes.length - 8_192)
    writeFileSync(databaseOf(config), bytes)
    await expect(backUp(config, file)).rejects.toThrow(/damaged/)
    expect(readdirSync(folder)).toEqual(['data'])
  })

  test('that does not fit, whatever the disk said before, leaves nothing', async () => {
    const folder = aFolder()
    const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
    const writing = withPartial(join(folder, 'copy.partial'), async (partial) => {
      writeFileSync(partial, 'half')
      throw full
    })
    await expect(writing).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringMatching(/no room for .*copy\.partial/),
    })
    expect(readdirSync(folder)).toEqual([])
  })

  test('of nothing is refused', async () => {
    const folder = aFolder()
    await expect(backUp(aConfig(folder), join(folder, 'copy.db'))).rejects.toMatchObject({
      code: 'not_found',
    })
    expect(existsSync(join(folder, 'data'))).toBe(false)
  })
})

describe('restoring', () => {
  test('puts the data in place, which the next start trusts', async () => {
    const { config, folder, file } = await aShop()
    await backUp(config, file)
    const elsewhere = aConfig(folder, 'elsewhere')
    expect(await restore(elsewhere, file)).toMatchObject({
      file: databaseOf(elsewhere),
      projects: 1,
      movedAside: null,
    })
    expect(projectsIn(databaseOf(elsewhere))).toEqual(['shop'])
    expect(existsSync(join(elsewhere.dataDir, 'installation.json'))).toBe(true)
    expect(isAsLeft(databaseOf(elsewhere))).toBe(true)
  })

  test('overwrites nothing unless it is told to, and moves it aside then', async () => {
    const { config, file } = await aShop()
    await backUp(config, file)
    await createProjectCommand(config, 'later', {})
    await expect(restore(config, file)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/--replace/),
    })
    expect(projectsIn(databaseOf(config))).toEqual(['later', 'shop'])
    const { movedAside } = await restore(config, file, true)
    expect(projectsIn(databaseOf(config))).toEqual(['shop'])
    expect(projectsIn(String(movedAside))).toEqual(['later', 'shop'])
  })

  test('takes the log of the old database along', async () => {
    const { config, file } = await aShop()
    await backUp(config, file)
    writeFileSync(`${databaseOf(config)}-wal`, 'log')
    const { movedAside } = await restore(config, file, true)
    expect(readFileSync(`${String(movedAside)}-wal`, 'utf8')).toBe('log')
    expect(existsSync(`${databaseOf(config)}-wal`)).toBe(false)
  })

  test('is refused while a server runs', async () => {
    const { config, file } = await aShop()
    await backUp(config, file)
    const lock = takeServerLock(join(config.dataDir, 'server.lock'))
    onTestFinished(() => lock.release())
    await expect(restore(config, file, true)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/A Mishap server runs/),
    })
  })

  test.each<[string, RegExp, (file: string) => void]>([
    ['was changed', /not what .*sha256 says/, (file) => writeFileSync(file, 'x', { flag: 'a' })],
    [
      'is damaged and has no checksum',
      /is damaged/,
      (file) => {
        const bytes = readFileSync(file)
        writeFileSync(file, bytes.fill(0xff, bytes.length - 8_192))
        rmSync(`${file}.sha256`)
      },
    ],
    [
      'is no database',
      /not an SQLite database/,
      (file) => {
        writeFileSync(file, 'hello '.repeat(1_000))
        rmSync(`${file}.sha256`)
      },
    ],
    [
      'belongs to another program',
      /belongs to another program/,
      (file) => {
        rmSync(file)
        rmSync(`${file}.sha256`)
        new Database(file).exec('CREATE TABLE recipes (name TEXT)').close()
      },
    ],
    [
      'is of a newer version',
      /newer Mishap/,
      (file) => {
        rmSync(`${file}.sha256`)
        new Database(file).exec("INSERT INTO schema_migrations VALUES ('9999_future.sql', 'x', 0)").close()
      },
    ],
    ['is a database in use', /has a log beside it/, (file) => writeFileSync(`${file}-wal`, 'log')],
  ])('of a file that %s is refused, and what is there stays', async (_name, words, change) => {
    const { config, folder, file } = await aShop()
    await backUp(config, file)
    change(file)
    const before = readFileSync(file)
    await expect(restore(config, file, true)).rejects.toThrow(words)
    expect(projectsIn(databaseOf(config))).toEqual(['shop'])
    expect(readFileSync(file).equals(before)).toBe(true)
    expect(readdirSync(join(folder, 'data')).filter((name) => /restoring|replaced/.test(name))).toEqual([])
  })

  test('of a folder, or of nothing, is refused', async () => {
    const { config, folder } = await aShop()
    for (const path of [folder, join(folder, 'none.db')])
      await expect(restore(config, path, true)).rejects.toMatchObject({
        code: 'not_found',
        message: `There is no file ${path}.`,
      })
  })
})

test('with PostgreSQL, both name the tools that do it there', async () => {
  const config = readConfig({ MISHAP_DATABASE_URL: 'postgres://someone:secret@localhost/mishap' })
  await expect(backUp(config, 'copy.db')).rejects.toThrow(/pg_dump .*"\$MISHAP_DATABASE_URL"/)
  await expect(restore(config, 'copy.db')).rejects.toThrow(/pg_restore .*"\$MISHAP_DATABASE_URL"/)
})
