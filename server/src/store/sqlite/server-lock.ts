import Database from 'better-sqlite3'
import { AppError } from '../../domain/app-error.ts'

/**
 * Held as long as a server runs on the data directory. A lock on a small database of its own ends with the
 * process, however it dies, so there is never a stale one; the command line does not take it.
 */
export function takeServerLock(lockFile: string): { release(): void } {
  const lock = new Database(lockFile, { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (cause) {
    lock.close()
    throw new AppError(
      'conflict',
      `Another Mishap server already runs on this data directory (${lockFile} is locked).`,
      {
        cause,
      },
    )
  }
  return { release: () => lock.close() }
}
