import Database from 'better-sqlite3'
import { AppError } from '../../domain/app-error.ts'

/**
 * Held as long as a server runs on the data directory. A lock on a small database of its own ends with the
 * process, however it dies, so there is never a stale one; the command line does not take it.
 */
export function takeServerLock(lockFile: string): { release(): void } {
  let lock: Database.Database | undefined
  try {
    lock = new Database(lockFile, { timeout: 0 })
    lock.exec('BEGIN EXCLUSIVE')
  } catch (cause) {
    lock?.close()
    throw isBusy(cause) ? alreadyRunning(lockFile, cause) : unusable(lockFile, cause)
  }
  const held = lock
  return { release: () => void held.close() }
}

function isBusy(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')
}

function alreadyRunning(lockFile: string, cause: unknown): AppError {
  return new AppError(
    'conflict',
    `Another Mishap server already runs on this data directory (${lockFile} is locked).`,
    { cause },
  )
}

function unusable(lockFile: string, cause: unknown): AppError {
  return new AppError(
    'unavailable',
    `The lock file ${lockFile} cannot be used: make sure that no Mishap server runs here, and remove it.`,
    { cause },
  )
}
