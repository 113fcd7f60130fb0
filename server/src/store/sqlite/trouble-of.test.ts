import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { troubleOf } from './trouble-of.ts'

function failed(code: string): Error {
  return new Database.SqliteError('It failed.', code)
}

it.each(['SQLITE_FULL', 'SQLITE_IOERR_SHMSIZE'])('%s is a full disk', (code) => {
  expect(troubleOf(failed(code), 'mishap.db')).toBe('full')
})

it.each([
  'SQLITE_IOERR_FSYNC',
  'SQLITE_IOERR_WRITE',
  'SQLITE_IOERR_DIR_FSYNC',
  'SQLITE_CORRUPT',
  'SQLITE_NOTADB',
])('after %s the file is not written to again, and people are told which', (code) =>
  expect(troubleOf(failed(code), '/data/mishap.db')).toMatchObject({
    message: expect.stringContaining('/data/mishap.db'),
  }),
)

it.each(['SQLITE_BUSY', 'SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CORRUPT_VTAB'])(
  '%s says nothing of the store',
  (code) => {
    expect(troubleOf(failed(code), 'mishap.db')).toBeUndefined()
  },
)

it('what is no error of SQLite says nothing of the store', () => {
  expect(troubleOf(new Error('SQLITE_FULL'), 'mishap.db')).toBeUndefined()
})
