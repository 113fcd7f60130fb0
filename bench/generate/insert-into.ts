import type { Database } from 'better-sqlite3'

/** Writes one row: its values in the order of the columns. */
export type Insert = (values: readonly unknown[]) => void

export function insertInto(database: Database, table: string, columns: string): Insert {
  const places = columns.replaceAll(/[a-z_]+/g, '?')
  const statement = database.prepare(`INSERT INTO ${table} (${columns}) VALUES (${places})`)
  return (values) => void statement.run(...values)
}
