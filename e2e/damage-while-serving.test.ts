import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import { writeCleanMark } from '../server/src/store/sqlite/clean-mark.ts'
import { removeDataDir, runCli, startRefused, temporaryDataDir } from './support/mishap.ts'

const pageBytes = 4_096

/** The page that a table begins with, counted from one. */
function rootOf(file: string, table: string): number {
  const sqlite = new Database(file, { readonly: true })
  onTestFinished(() => void sqlite.close())
  return Number(sqlite.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().get(table))
}

it('damage of a file that was trusted is found while it is served, and ends the server', async () => {
  const dataDir = temporaryDataDir()
  onTestFinished(() => removeDataDir(dataDir))
  runCli(dataDir, {}, ['project', 'create', 'shop', '--json'])
  const file = join(dataDir, 'mishap.db')
  const bytes = readFileSync(file)
  const end = rootOf(file, 'attachments') * pageBytes
  writeFileSync(file, bytes.fill(0xff, end - pageBytes, end))
  // As if the disk had changed it since.
  writeCleanMark(file)
  const { code, said } = await startRefused(dataDir)
  expect(said).toMatch(/Mishap is running[^]*The database file .*mishap\.db is damaged.*mishap restore FILE/)
  expect(code).toBe(1)
})
