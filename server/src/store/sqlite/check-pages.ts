import Database from 'better-sqlite3'
import { isDamage } from './is-damage.ts'

/**
 * Reads every page of the file and answers with what is wrong, or undefined. `whole` finds all that SQLite can find;
 * `by-table` lets go of the file between tables, so that beside a server that writes the log can be written back, and
 * does not look at free pages.
 */
export function checkPages(file: string, how: 'whole' | 'by-table'): string | undefined {
  let sqlite: Database.Database | undefined
  try {
    sqlite = new Database(file, { readonly: true, fileMustExist: true })
    const statements = how === 'whole' ? ['quick_check(1)'] : tablesOf(sqlite).map(checkOfTable)
    for (const statement of statements) {
      const verdict = sqlite.pragma(statement, { simple: true })
      if (verdict !== 'ok') return String(verdict)
    }
    return undefined
  } catch (error) {
    if (error instanceof Error && isDamage(error)) return error.message
    throw error
  } finally {
    sqlite?.close()
  }
}

function tablesOf(sqlite: Database.Database): string[] {
  return sqlite
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0")
    .pluck()
    .all()
}

function checkOfTable(name: string): string {
  return `quick_check("${name.replaceAll('"', '""')}")`
}
