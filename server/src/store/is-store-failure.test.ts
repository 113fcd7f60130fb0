import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { isStoreFailure, mayPass } from './is-store-failure.ts'

function failed(code: string): Error {
  return Object.assign(new Error('It failed.'), { code })
}

it.each(['SQLITE_BUSY', 'SQLITE_FULL', 'SQLITE_IOERR_WRITE', '57P01', '53300', '08006', 'ECONNREFUSED'])(
  '%s is of the store',
  (code) => expect(isStoreFailure(failed(code))).toBe(true),
)

it.each(['SQLITE_CONSTRAINT_PRIMARYKEY', 'SQLITE_MISMATCH', 'SQLITE_TOOBIG', '22021', '23505', '40P01'])(
  '%s is of what was written',
  (code) => expect(isStoreFailure(failed(code))).toBe(false),
)

it('what SQLite itself says of a locked file is of the store', () => {
  const error = new Database.SqliteError('database is locked', 'SQLITE_BUSY')
  expect(isStoreFailure(error)).toBe(true)
})

it.each([new Error('undefined is not a function'), 'text', undefined])('%s is of what was written', (error) =>
  expect(isStoreFailure(error)).toBe(false),
)

it.each(['SQLITE_BUSY', '40P01', '55P03', '57P01'])('%s may pass', (code) => {
  expect(mayPass(failed(code))).toBe(true)
})

it.each(['SQLITE_CONSTRAINT_NOTNULL', '22021', '23502'])('%s stays', (code) => {
  expect(mayPass(failed(code))).toBe(false)
})
