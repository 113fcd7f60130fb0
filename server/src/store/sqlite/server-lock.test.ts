import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { takeServerLock } from './server-lock.ts'

function aLockFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mishap-lock-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return join(folder, 'server.lock')
}

it('a second server on the data directory is refused, until the first has ended', () => {
  const file = aLockFile()
  const first = takeServerLock(file)
  expect(() => takeServerLock(file)).toThrow(expect.objectContaining({ code: 'conflict' }))
  expect(() => takeServerLock(file)).toThrow(/^Another Mishap server already runs .* is locked\)\.$/)
  first.release()
  const second = takeServerLock(file)
  second.release()
})

it('a lock file that is none is not taken for a running server', () => {
  const file = aLockFile()
  writeFileSync(file, 'This is not a database, though it is long enough to have a header. '.repeat(20))
  expect(() => takeServerLock(file)).toThrow(expect.objectContaining({ code: 'unavailable' }))
  expect(() => takeServerLock(join(file, 'below-a-file'))).toThrow(/cannot be used/)
})
