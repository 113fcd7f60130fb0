import { expect, it } from 'vitest'
import { AppError } from '../domain/app-error.ts'
import { asUnavailable } from './as-unavailable.ts'

function failed(code: string): Error {
  return Object.assign(new Error('It failed.'), { code })
}

it.each(['SQLITE_FULL', '53100'])('%s says that the disk is full', (code) => {
  expect(asUnavailable(failed(code))).toMatchObject({
    code: 'unavailable',
    message: expect.stringMatching(/disk of the server is full/),
  })
})

it('SQLITE_CORRUPT says what helps', () => {
  expect(asUnavailable(failed('SQLITE_CORRUPT'))).toMatchObject({
    code: 'unavailable',
    message: expect.stringMatching(/damaged.*restore a backup/),
  })
})

it.each(['SQLITE_BUSY', 'SQLITE_IOERR_READ', '57P01', 'ECONNREFUSED'])('%s says to try again', (code) => {
  const error = failed(code)
  expect(asUnavailable(error)).toMatchObject({ code: 'unavailable', cause: error })
})

it.each([failed('SQLITE_CONSTRAINT_UNIQUE'), new AppError('conflict', 'There is one.'), 'text'])(
  '%s stays as it is',
  (error) => expect(asUnavailable(error)).toBe(error),
)
