import Database from 'better-sqlite3'
import { existsSync } from 'node:fs'

/**
 * Makes a new database file. What is set here can be changed later only by writing all of the file anew, and only
 * before there is a table or a log: the way in which room that becomes free goes back to the disk.
 */
export function createDatabaseFile(file: string): void {
  if (existsSync(file)) return
  const sqlite = new Database(file)
  try {
    sqlite.pragma('page_size = 4096')
    sqlite.pragma('auto_vacuum = INCREMENTAL')
    // Without a page of its own the file would forget this when it is closed.
    sqlite.pragma('journal_mode = WAL')
  } finally {
    sqlite.close()
  }
}
