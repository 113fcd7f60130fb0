import { Kysely, PostgresDialect, type PostgresPool } from 'kysely'
import pg from 'pg'
import type { Schema } from '../schema.ts'
import type { Store, Tx } from '../store.ts'
import { postgresBulk } from './bulk.ts'
import { usePreparedTexts } from './prepared-texts.ts'
import { postgresDialect } from './dialect.ts'

/** `int8` arrives as text by default. Our numbers are times and counts, all below 2^53. */
const int8 = 20

export function openPool(url: string, connections: number): pg.Pool {
  const types = {
    getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
      oid === int8 ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
  }
  const pool = new pg.Pool({ connectionString: url, max: connections, types })
  // An idle connection that breaks is replaced at its next use; without a listener it would end the process.
  pool.on('error', () => {})
  // The same for one that is in use, whose query fails by itself.
  pool.on('connect', (client) => client.on('error', () => {}))
  pool.on('connect', usePreparedTexts)
  return pool
}

/** A store over a pool: units run where they are called, in a transaction each. */
export function openPostgresStore(pool: PostgresPool): Store {
  const kysely = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
  return {
    reader: kysely,
    dialect: postgresDialect,
    query: (query, input) => query.run(kysely, input, postgresDialect),
    write: (unit, input) => inPostgresTransaction(kysely, (tx) => unit.run(tx, input, postgresDialect)),
    close: () => kysely.destroy(),
  }
}

export function inPostgresTransaction<Result>(
  kysely: Kysely<Schema>,
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  return kysely
    .transaction()
    .execute((transaction) =>
      work(Object.assign(transaction, { inTransaction: true as const, bulk: postgresBulk(transaction) })),
    )
}
