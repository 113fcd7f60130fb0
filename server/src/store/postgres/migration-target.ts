import type { PostgresPool } from 'kysely'
import * as z from 'zod'
import type { MigrationTarget } from '../migrate.ts'

const ledgerRows = z.array(z.object({ name: z.string(), sha256: z.string() }))

/** One number for all servers of a database: who holds the lock migrates, the others wait and find it done. */
const migrationLock = 0x4d495348

export function postgresMigrationTarget(pool: PostgresPool): MigrationTarget {
  return {
    name: 'The database',
    async readLedger() {
      return inLockedTransaction(pool, async (query) => {
        await query(
          'CREATE TABLE IF NOT EXISTS schema_migrations (name TEXT PRIMARY KEY, sha256 TEXT NOT NULL, applied_at BIGINT NOT NULL)',
        )
        return ledgerRows.parse(await query('SELECT name, sha256 FROM schema_migrations ORDER BY name'))
      })
    },
    async apply({ name, sql, sha256 }, appliedAt) {
      await inLockedTransaction(pool, async (query) => {
        const inserted = await query(
          'INSERT INTO schema_migrations VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING name',
          [name, sha256, appliedAt],
        )
        if (inserted.length === 1) await query(sql)
      })
    },
  }
}

type Query = (sql: string, parameters?: readonly unknown[]) => Promise<unknown[]>

async function inLockedTransaction<Result>(
  pool: PostgresPool,
  work: (query: Query) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect()
  const query: Query = async (sql, parameters = []) => (await client.query<unknown>(sql, parameters)).rows
  try {
    await query('BEGIN')
    await query(`SELECT pg_advisory_xact_lock(${migrationLock})`)
    const result = await work(query)
    await query('COMMIT')
    return result
  } catch (error) {
    await query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
}
