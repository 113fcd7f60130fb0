import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'

export interface Stored {
  events: number
  /** Events of which the whole payload is kept. */
  payloads: number
  issues: number
  /** Of the database file and its write-ahead log. */
  bytesOnDisk: number
  /** Pages that are in use, after everything is in the file: what the events cost once the log is written back. */
  bytesUsed: number
}

/** What is in the SQLite file of a data directory; the server may be running. */
export function countStored(dataDir: string, name = 'mishap.db'): Stored {
  const file = join(dataDir, name)
  return reading(file, (database) => {
    const count = (sql: string): number => Number(database.prepare(sql).pluck().get())
    const pages = count('PRAGMA page_count') - count('PRAGMA freelist_count')
    return {
      events: count('SELECT count(*) FROM events'),
      payloads: count('SELECT count(*) FROM events WHERE payload IS NOT NULL'),
      issues: count('SELECT count(*) FROM issues'),
      bytesOnDisk: [file, `${file}-wal`].reduce((sum, each) => sum + sizeOf(each), 0),
      bytesUsed: pages * count('PRAGMA page_size'),
    }
  })
}

/** The ids of all events that are stored, 32 hex digits each; an id stands as often as it is stored. */
export function readStoredIds(dataDir: string): string[] {
  return reading(join(dataDir, 'mishap.db'), (database) =>
    database.prepare<[], string>('SELECT lower(hex(event_id)) FROM events').pluck().all(),
  )
}

function reading<Result>(file: string, read: (database: Database.Database) => Result): Result {
  const database = new Database(file, { readonly: true })
  try {
    return read(database)
  } finally {
    database.close()
  }
}

function sizeOf(file: string): number {
  return existsSync(file) ? statSync(file).size : 0
}
