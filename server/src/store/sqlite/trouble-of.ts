import Database from 'better-sqlite3'
import { AppError } from '../../domain/app-error.ts'
import { damaged } from './guard-file.ts'
import { isDamage } from './is-damage.ts'

/** The disk, not the file: a new try may succeed when there is room. */
const fullCodes = /^SQLITE_(?:FULL|IOERR_SHMSIZE)$/
/**
 * After these nobody knows what is on the disk: a system drops what it could not write, and says at the next try that
 * all is well.
 */
const lostCodes = /^SQLITE_IOERR_(?:WRITE|FSYNC|DIR_FSYNC|TRUNCATE)$/

/** What a failed write says of the whole store: `full`, or an error if it must not be written to any more. */
export function troubleOf(error: unknown, file: string): 'full' | AppError | undefined {
  if (!(error instanceof Database.SqliteError)) return undefined
  if (fullCodes.test(error.code)) return 'full'
  if (isDamage(error)) return damaged(file, error)
  if (!lostCodes.test(error.code)) return undefined
  return new AppError(
    'unavailable',
    `The disk failed while ${file} was written (${error.code}). Nothing is acknowledged that may be lost: ` +
      'Mishap ends. Check the disk, then start it again.',
    { cause: error },
  )
}
