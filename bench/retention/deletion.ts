import type Database from 'better-sqlite3'

/** What deleting took. */
export interface Deletion {
  deleted: number
  /** Of all threads, for each deleted event. */
  cpuUs: number
  /** Milliseconds that each transaction held the writer. */
  holds: number[]
}

export function countRows(sqlite: Database.Database): number {
  return Number(sqlite.prepare('SELECT count(*) FROM events').pluck().get())
}
