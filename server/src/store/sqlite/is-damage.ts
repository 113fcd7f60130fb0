import Database from 'better-sqlite3'

/** Whether SQLite said that the file itself is wrong, not that it could not be used at that moment. */
export function isDamage(error: unknown): boolean {
  return error instanceof Database.SqliteError && damageCodes.test(error.code)
}

/** Not of virtual tables, whose content is made of ordinary ones and can be made anew. */
const damageCodes = /^SQLITE_(?:NOTADB|CORRUPT(?!_VTAB))/
