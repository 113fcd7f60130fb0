import { CompiledQuery, sql, type KyselyPlugin } from 'kysely'
import type { Reader, Store } from '../store.ts'

/**
 * How the engine goes about each query that `read` runs, in its own words. PostgreSQL reads small tables whole whatever
 * indexes there are: here only where no index serves.
 */
export async function explainQueries(
  { reader, dialect }: Store,
  read: (reader: Reader) => Promise<unknown>,
): Promise<string[]> {
  const queries: CompiledQuery[] = []
  const remember: KyselyPlugin = {
    transformQuery({ node, queryId }) {
      queries.push(reader.getExecutor().compileQuery(node, queryId))
      return node
    },
    transformResult: async ({ result }) => result,
  }
  await read(reader.withPlugin(remember))
  return reader.connection().execute(async (connection) => {
    const plans: string[] = []
    if (dialect.engine === 'postgres') await sql`SET enable_seqscan = off`.execute(connection)
    for (const query of queries) plans.push(await explain(connection, dialect.engine, query))
    if (dialect.engine === 'postgres') await sql`RESET enable_seqscan`.execute(connection)
    return plans
  })
}

async function explain(
  connection: Reader,
  engine: 'sqlite' | 'postgres',
  { sql: text, parameters }: CompiledQuery,
): Promise<string> {
  const word = engine === 'sqlite' ? 'EXPLAIN QUERY PLAN' : 'EXPLAIN'
  const { rows } = await connection.executeQuery<Record<string, unknown>>(
    CompiledQuery.raw(`${word} ${text}`, [...parameters]),
  )
  return rows.map((row) => String(row['detail'] ?? row['QUERY PLAN'])).join('\n')
}
