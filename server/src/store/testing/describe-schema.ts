import { sql } from 'kysely'
import type { Store } from '../store.ts'

/** A table as both engines can tell it: columns by name with type and nullability, and what is unique. */
export interface TableDescription {
  columns: Record<string, string>
  /** The columns of the primary key and of every unique key, in their order. */
  keys: string[][]
}

interface ColumnRow {
  table: string
  column: string
  type: string
  required: number | boolean
}

interface KeyRow {
  table: string
  key: string
  column: string
}

/** Every table that the migrations made, by name. */
export async function describeSchema({ reader, dialect }: Store): Promise<Record<string, TableDescription>> {
  const isSqlite = dialect.engine === 'sqlite'
  const columns = await (isSqlite ? sqliteColumns : postgresColumns).execute(reader)
  const keys = await (isSqlite ? sqliteKeys : postgresKeys).execute(reader)
  const tables: Record<string, TableDescription> = {}
  for (const { table, column, type, required } of columns.rows) {
    const described = (tables[table] ??= { columns: {}, keys: [] })
    described.columns[column] = `${commonTypes[type.toLowerCase()] ?? type}${required ? ' not null' : ''}`
  }
  for (const [table, byKey] of columnsOfKeys(keys.rows)) tables[table]?.keys.push(...byKey)
  for (const { keys: ofTable } of Object.values(tables))
    ofTable.sort((a, b) => (a.join() < b.join() ? -1 : 1))
  return tables
}

const commonTypes: Record<string, string> = { bigint: 'integer', blob: 'bytes', bytea: 'bytes' }

function columnsOfKeys(rows: KeyRow[]): Map<string, string[][]> {
  const byTable = new Map<string, string[][]>()
  let last: KeyRow | undefined
  for (const row of rows) {
    const ofTable = byTable.get(row.table) ?? []
    byTable.set(row.table, ofTable)
    const isSameKey = row.table === last?.table && row.key === last.key
    if (isSameKey) ofTable.at(-1)?.push(row.column)
    else ofTable.push([row.column])
    last = row
  }
  return byTable
}

// An INTEGER PRIMARY KEY has no index of its own, so it is asked for apart.
const sqliteColumns = sql<ColumnRow>`
  SELECT t.name AS "table", c.name AS "column", lower(c.type) AS type, c."notnull" OR c.pk > 0 AS required
  FROM pragma_table_list AS t JOIN pragma_table_info(t.name) AS c
  WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite%'
`
const sqliteKeys = sql<KeyRow>`
  SELECT t.name AS "table", i.name AS key, c.name AS "column", c.seqno AS at
  FROM pragma_table_list AS t JOIN pragma_index_list(t.name) AS i JOIN pragma_index_info(i.name) AS c
  WHERE t.schema = 'main' AND i."unique" = 1 AND t.name NOT LIKE 'sqlite%'
  UNION ALL
  SELECT t.name, 'rowid', c.name, 0
  FROM pragma_table_list AS t JOIN pragma_table_info(t.name) AS c
  WHERE t.schema = 'main' AND t.name NOT LIKE 'sqlite%' AND c.pk = 1
    AND NOT EXISTS (SELECT 1 FROM pragma_index_list(t.name) WHERE origin = 'pk')
  ORDER BY 1, 2, 4
`
const postgresColumns = sql<ColumnRow>`
  SELECT c.table_name AS "table", c.column_name AS "column", c.data_type AS type, c.is_nullable = 'NO' AS required
  FROM information_schema.columns AS c
  WHERE c.table_schema = 'public'
`
const postgresKeys = sql<KeyRow>`
  SELECT t.relname AS "table", k.relname AS key, a.attname AS "column"
  FROM pg_index AS i
  JOIN pg_class AS t ON t.oid = i.indrelid
  JOIN pg_class AS k ON k.oid = i.indexrelid
  JOIN unnest(i.indkey::int2[]) WITH ORDINALITY AS at (attnum, place) ON TRUE
  JOIN pg_attribute AS a ON a.attrelid = t.oid AND a.attnum = at.attnum
  WHERE i.indisunique AND t.relnamespace = 'public'::regnamespace
  ORDER BY t.relname, k.relname, at.place
`
