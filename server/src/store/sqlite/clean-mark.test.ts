import {
  closeSync,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import { isAsLeft, removeCleanMark, writeCleanMark } from './clean-mark.ts'

function aDatabase(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mishap-mark-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'mishap.db')
  const sqlite = new Database(file)
  sqlite.pragma('journal_mode = WAL')
  sqlite.exec('CREATE TABLE words (word TEXT)').close()
  return file
}

it('a file is as it was left until somebody writes to it', () => {
  const file = aDatabase()
  expect(isAsLeft(file)).toBe(false)
  writeCleanMark(file)
  expect(isAsLeft(file)).toBe(true)
  new Database(file).exec("INSERT INTO words VALUES ('new')").close()
  expect(isAsLeft(file)).toBe(false)
})

it('a byte that is changed in place is noticed, whatever the time of the file says', () => {
  const file = aDatabase()
  writeCleanMark(file)
  const { atime, mtime } = statSync(file)
  const descriptor = openSync(file, 'r+')
  writeSync(descriptor, 'x', 5_000)
  closeSync(descriptor)
  utimesSync(file, atime, mtime)
  expect(isAsLeft(file)).toBe(false)
})

it('a file is not as it was left while its log holds more, and gets no mark then', () => {
  const file = aDatabase()
  writeCleanMark(file)
  writeFileSync(`${file}-wal`, 'more')
  expect(isAsLeft(file)).toBe(false)
  removeCleanMark(file)
  writeCleanMark(file)
  rmSync(`${file}-wal`)
  expect(isAsLeft(file)).toBe(false)
})

it('without a file there is nothing to mark', () => {
  const file = join(tmpdir(), 'mishap-no-such-folder', 'mishap.db')
  writeCleanMark(file)
  removeCleanMark(file)
  expect(isAsLeft(file)).toBe(false)
})
