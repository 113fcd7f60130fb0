import Database from 'better-sqlite3'

/**
 * Brings into the file what is in its log alone, and removes the log, as far as nobody else has the file open. What
 * cannot be written now is written after the next start.
 */
export function writeBackLog(file: string): void {
  try {
    const sqlite = new Database(file, { fileMustExist: true })
    try {
      sqlite.pragma('wal_checkpoint(PASSIVE)')
    } finally {
      sqlite.close()
    }
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error
  }
}
