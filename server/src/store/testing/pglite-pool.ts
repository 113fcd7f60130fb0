import { PGlite, types, type Results } from '@electric-sql/pglite'
import type { PostgresPool, PostgresPoolClient } from 'kysely'

type Row = Record<string, unknown>

/** PGlite as a pool of one connection, which is what Kysely's PostgreSQL dialect asks for. */
export async function openPglitePool(): Promise<PostgresPool> {
  const pglite = await PGlite.create({ parsers: { [types.INT8]: Number } })
  let free: Promise<void> = Promise.resolve()
  return {
    async connect() {
      const before = free
      let release = (): void => {}
      free = new Promise((resolve) => (release = resolve))
      await before
      return clientOf(pglite, release)
    },
    end: () => pglite.close(),
  }
}

function clientOf(pglite: PGlite, release: () => void): PostgresPoolClient {
  async function query(sql: string, parameters: readonly unknown[] = []) {
    const result = await execute(pglite, sql, parameters)
    const command = (/^\s*(\w+)/.exec(sql)?.[1] ?? '').toUpperCase()
    return {
      command,
      rowCount: result.affectedRows || result.rows.length,
      rows: result.rows.map(withBuffers),
    }
  }
  // Kysely's type also offers cursors, which need an own driver.
  return { query: query as PostgresPoolClient['query'], release }
}

/** `query` takes one statement; a migration is many, without parameters. */
async function execute(pglite: PGlite, sql: string, parameters: readonly unknown[]): Promise<Results<Row>> {
  if (parameters.length > 0) return pglite.query<Row>(sql, [...parameters])
  const results: Results<Row>[] = (await pglite.exec(sql)).map((result) => ({
    ...result,
    rows: [...result.rows],
  }))
  return results.at(-1) ?? { rows: [], fields: [], affectedRows: 0 }
}

/** `pg` gives bytes as Buffers. */
function withBuffers(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [
      key,
      value instanceof Uint8Array ? Buffer.from(value) : value,
    ]),
  )
}
