import { Kysely, PostgresDialect } from 'kysely'
import type { Schema } from '../schema.ts'
import type { WriteHandle } from '../write-handle.ts'
import { inPostgresTransaction, openPool } from './connection.ts'
import { postgresDialect } from './dialect.ts'

/** One connection of its own: batches follow one another, whatever the server's pool is doing. */
export function postgresWriteHandle(url: string): WriteHandle {
  const kysely = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: openPool(url, 1) }) })
  return {
    dialect: postgresDialect,
    transaction: (work) => inPostgresTransaction(kysely, work),
    close: () => kysely.destroy(),
  }
}
