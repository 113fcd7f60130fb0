import Database from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import { migrate, readMigrations } from '../migrate.ts'
import { sqliteMigrationTarget } from './migration-target.ts'

/** Of which there is a handful, and those of sign-in, which are read by their only key. */
const withoutFigures = new Set([
  'api_tokens',
  'credentials',
  'schema_migrations',
  'sessions',
  'users',
  'verifications',
])

interface IndexRow {
  table: string
  index: string
  columns: number
  stat: string | null
}

it('the planner is told of every index of a table that grows how much there is', async () => {
  const sqlite = new Database(':memory:')
  onTestFinished(() => void sqlite.close())
  await migrate(sqliteMigrationTarget(sqlite), readMigrations('sqlite'), 0)
  const rows = sqlite
    .prepare<[], IndexRow>(
      `SELECT t.name AS "table", i.name AS "index", s.stat,
         (SELECT count(*) FROM pragma_index_info(i.name)) AS columns
       FROM pragma_table_list AS t JOIN pragma_index_list(t.name) AS i
       LEFT JOIN sqlite_stat1 AS s
         ON s.tbl = t.name AND s.idx = CASE WHEN t.wr AND i.origin = 'pk' THEN t.name ELSE i.name END
       WHERE t.schema = 'main' AND t.type = 'table'`,
    )
    .all()
    .filter(({ table }) => !withoutFigures.has(table))
  expect(rows.map(({ index }) => index)).toContain('issues_by_last_seen')
  for (const { table, index, columns, stat } of rows)
    expect(
      stat?.split(' '),
      `of ${index} of ${table}: all rows, then rows for each value of its columns`,
    ).toHaveLength(columns + 1)
})
