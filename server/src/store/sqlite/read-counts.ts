import type { Database } from 'better-sqlite3'

/** What is in a database, to compare a copy with it. */
export interface Counts {
  projects: number
  issues: number
  events: number
}

export function readCounts(sqlite: Database): Counts {
  const count = (table: keyof Counts): number =>
    Number(sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get())
  return { projects: count('projects'), issues: count('issues'), events: count('events') }
}
