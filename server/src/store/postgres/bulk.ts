import { CompiledQuery, type Kysely } from 'kysely'
import type { Bulk, BulkFind, BulkInsert, BulkUpdate, Columns } from '../bulk/statements.ts'
import type { Schema } from '../schema.ts'
import { keepPrepared } from './prepared-texts.ts'
import { bindRows, rowsSource } from './rows-source.ts'

type AnyRow = Record<string, unknown>

/** What statements say, which is worked out once. */
const texts = new WeakMap<object, string>()

/** All rows of a call in one statement, each column as an array. */
export function postgresBulk(kysely: Kysely<Schema>): Bulk {
  async function run<Of extends object, Row>(
    of: Of,
    describe: (of: Of) => string,
    columns: Columns,
    rows: AnyRow[],
  ): Promise<Row[]> {
    if (rows.length === 0) return []
    const text = texts.get(of) ?? keepPrepared(describe(of))
    texts.set(of, text)
    const result = await kysely.executeQuery<Row>(CompiledQuery.raw(text, bindRows(columns, rows)))
    return result.rows
  }

  return {
    insert: async (statement, rows) => void (await run(statement, describeInsert, statement.columns, rows)),
    insertNew: <Row extends AnyRow>(statement: BulkInsert, rows: Row[]) =>
      run<BulkInsert, Row>(statement, describeInsert, statement.columns, rows),
    update: async (statement, rows) =>
      void (await run(statement, describeUpdate, columnsOf(statement), rows)),
    async updateKnown(statement, rows) {
      const names = Object.keys(statement.keys)
      const found = await run<BulkUpdate, AnyRow>(statement, describeUpdate, columnsOf(statement), rows)
      const keys = new Set(found.map((row) => keyOf(row, names)))
      return rows.filter((row) => !keys.has(keyOf(row, names)))
    },
    find: <Row>(statement: BulkFind, keys: AnyRow[]) =>
      run<BulkFind, Row>(statement, describeFind, statement.keys, keys),
  }
}

function keyOf(row: AnyRow, names: string[]): string {
  return JSON.stringify(names.map((name) => row[name]))
}

function columnsOf({ keys, set, add, raise }: BulkUpdate): Columns {
  return { ...keys, ...set, ...add, ...raise }
}

function describeInsert({ table, columns, onConflict }: BulkInsert): string {
  const names = Object.keys(columns).join(', ')
  const { source, columnOf } = rowsSource(columns)
  const values = Object.keys(columns).map(columnOf).join(', ')
  const returning = onConflict.endsWith(' DO NOTHING') ? ` RETURNING ${names}` : ''
  return `INSERT INTO ${table} (${names}) SELECT ${values} FROM ${source} ${onConflict}${returning}`
}

function describeUpdate(statement: BulkUpdate): string {
  const { table, keys, set, add, raise } = statement
  const { source, columnOf } = rowsSource(columnsOf(statement))
  const changes = [
    ...Object.keys(set).map((name) => `${name} = ${columnOf(name)}`),
    ...Object.keys(add).map((name) => `${name} = t.${name} + ${columnOf(name)}`),
    ...Object.keys(raise).map((name) => `${name} = greatest(t.${name}, ${columnOf(name)})`),
  ]
  const condition = Object.keys(keys).map((name) => `t.${name} = ${columnOf(name)}`)
  const found = Object.keys(keys).map((name) => `t.${name}`)
  return `UPDATE ${table} AS t SET ${changes.join(', ')} FROM ${source} WHERE ${condition.join(' AND ')} RETURNING ${found.join(', ')}`
}

function describeFind({ select, from, keyed, keys }: BulkFind): string {
  const { source, columnOf } = rowsSource(keys)
  const condition = Object.keys(keys).map((name) => `${keyed}.${name} = ${columnOf(name)}`)
  return `SELECT ${select} FROM ${source} CROSS JOIN ${from} WHERE ${condition.join(' AND ')}`
}
