import type { Database } from 'better-sqlite3'
import type { SqliteDatabase } from 'kysely'
import { LRUCache } from 'lru-cache'

/** Texts differ by the number of their parameters too. */
const mostStatements = 200

/** The database as Kysely sees it: what was prepared before is not prepared again. */
export function withKeptStatements(database: Database): SqliteDatabase {
  const kept = new LRUCache<string, ReturnType<SqliteDatabase['prepare']>>({ max: mostStatements })
  return {
    close: () => void database.close(),
    prepare(sql) {
      const known = kept.get(sql)
      if (known !== undefined) return known
      const prepared = database.prepare(sql) as ReturnType<SqliteDatabase['prepare']>
      kept.set(sql, prepared)
      return prepared
    },
  }
}
