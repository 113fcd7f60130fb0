import { CompiledQuery, type KyselyPlugin } from 'kysely'
import type { Reader, Store } from '../store.ts'

/** How the engine goes about each query that `read` runs, in its own words. */
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
  const explain = dialect.engine === 'sqlite' ? 'EXPLAIN QUERY PLAN' : 'EXPLAIN'
  const plans: string[] = []
  for (const { sql, parameters } of queries) {
    const { rows } = await reader.executeQuery<Record<string, unknown>>(
      CompiledQuery.raw(`${explain} ${sql}`, [...parameters]),
    )
    plans.push(rows.map((row) => String(row['detail'] ?? row['QUERY PLAN'])).join('\n'))
  }
  return plans
}
