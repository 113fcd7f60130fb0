import type { Database, Statement } from 'better-sqlite3'
import type { Bulk, BulkFind, BulkInsert, BulkUpdate } from '../bulk/statements.ts'

type AnyRow = Record<string, unknown>

/** A statement, prepared, and the names of its parameters in order. */
interface Prepared {
  statement: Statement
  names: string[]
}

/** Runs each row by itself: where the database is in the process, a prepared statement costs less than building a long one. */
export function sqliteBulk(sqlite: Database): Bulk {
  const prepared = new WeakMap<object, Prepared>()

  function prepare<Of extends object>(
    of: Of,
    describe: (of: Of) => [sql: string, names: string[]],
  ): Prepared {
    const known = prepared.get(of)
    if (known !== undefined) return known
    const [sql, names] = describe(of)
    const made = { statement: sqlite.prepare(sql), names }
    prepared.set(of, made)
    return made
  }

  return {
    async insert(statement, rows) {
      const insert = prepare(statement, describeInsert)
      for (const row of rows) run(insert, row)
    },
    async insertNew(statement, rows) {
      const insert = prepare(statement, describeInsert)
      return rows.filter((row) => run(insert, row) === 1)
    },
    async update(statement, rows) {
      const update = prepare(statement as BulkUpdate, describeUpdate)
      for (const row of rows) run(update, row)
    },
    async updateKnown(statement, rows) {
      const update = prepare(statement as BulkUpdate, describeUpdate)
      return rows.filter((row) => run(update, row) === 0)
    },
    async find<Row>(statement: BulkFind, keys: AnyRow[]) {
      const find = prepare(statement, describeFind)
      // The text says what a row has.
      return keys.flatMap((key) => find.statement.all(valuesOf(find, key)) as Row[])
    },
  }
}

/** Answers how many rows it changed. */
function run(prepared: Prepared, row: AnyRow): number {
  return prepared.statement.run(valuesOf(prepared, row)).changes
}

function valuesOf({ names }: Prepared, row: AnyRow): unknown[] {
  return names.map((name) => row[name])
}

function describeInsert({ table, columns, onConflict }: BulkInsert): [string, string[]] {
  const names = Object.keys(columns)
  const places = names.map(() => '?').join(', ')
  return [`INSERT INTO ${table} (${names.join(', ')}) VALUES (${places}) ${onConflict}`, names]
}

function describeUpdate({ table, keys, set, add, raise }: BulkUpdate): [string, string[]] {
  const changes = [
    ...Object.keys(set).map((name) => `${name} = ?`),
    ...Object.keys(add).map((name) => `${name} = ${name} + ?`),
    ...Object.keys(raise).map((name) => `${name} = max(${name}, ?)`),
  ]
  const names = [set, add, raise, keys].flatMap((columns) => Object.keys(columns))
  return [`UPDATE ${table} SET ${changes.join(', ')} WHERE ${conditionOf(keys)}`, names]
}

function describeFind({ select, from, keyed, keys }: BulkFind): [string, string[]] {
  return [`SELECT ${select} FROM ${from} WHERE ${conditionOf(keys, `${keyed}.`)}`, Object.keys(keys)]
}

function conditionOf(keys: object, prefix = ''): string {
  return Object.keys(keys)
    .map((name) => `${prefix}${name} = ?`)
    .join(' AND ')
}
