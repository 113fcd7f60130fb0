import type { Database } from 'better-sqlite3'
import * as z from 'zod'
import type { MigrationTarget } from '../migrate.ts'

const ledgerRows = z.array(z.object({ name: z.string(), sha256: z.string() }))

/** Spells "MISH"; `file` and SQLite's own tools show it, and it tells our files from foreign ones. */
export const applicationId = 0x4d495348

export function sqliteMigrationTarget(
  sqlite: Database,
  called = `The database file ${sqlite.name}`,
): MigrationTarget {
  return {
    name: called,
    async readLedger() {
      // Together: a table without our mark is another program's database, also to the next start after a crash here.
      const prepare = sqlite.transaction(() => {
        sqlite.pragma(`application_id = ${applicationId}`)
        sqlite.exec(`
          CREATE TABLE IF NOT EXISTS schema_migrations (
            name TEXT PRIMARY KEY,
            sha256 TEXT NOT NULL,
            applied_at INTEGER NOT NULL
          ) STRICT
        `)
      })
      // Only a new database is written to before its schema is known to be ours to change.
      if (sqlite.pragma('application_id', { simple: true }) !== applicationId) prepare.immediate()
      return ledgerRows.parse(
        sqlite.prepare('SELECT name, sha256 FROM schema_migrations ORDER BY name').all(),
      )
    },
    async apply({ name, sql, sha256 }, appliedAt) {
      const write = sqlite.transaction(() => {
        const insert = sqlite.prepare('INSERT OR IGNORE INTO schema_migrations VALUES (?, ?, ?)')
        if (insert.run(name, sha256, appliedAt).changes === 1) sqlite.exec(sql)
      })
      write.immediate()
    },
  }
}
