import {
  CompiledQuery,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
} from 'kysely'
import { defineUnit, type Store } from '../store/store.ts'

export interface Statement {
  sql: string
  parameters: readonly unknown[]
}

/** One writing statement of the sign-in library, with its transaction to itself. */
export const runAccountsSql = defineUnit(
  'accounts.sql',
  (tx, { sql, parameters }: Statement): Promise<QueryResult<unknown>> =>
    tx.executeQuery(CompiledQuery.raw(sql, [...parameters])),
)

/**
 * Lends the store to the sign-in library: it reads with the reader and each write is a unit of its own.
 * There are no transactions, since the only writing connection must never wait for a caller in the middle of one:
 * what has to happen together is a unit of ours.
 */
export function storeDialect(store: Store): Dialect {
  const createDriver = () => new StoreDriver(store)
  if (store.dialect.engine === 'sqlite') {
    return {
      createAdapter: () => new SqliteAdapter(),
      createDriver,
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    }
  }
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver,
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  }
}

class StoreDriver implements Driver {
  readonly #connection: DatabaseConnection

  constructor(store: Store) {
    this.#connection = new StoreConnection(store)
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    return this.#connection
  }

  beginTransaction(): Promise<void> {
    return refuseTransaction()
  }

  commitTransaction(): Promise<void> {
    return refuseTransaction()
  }

  rollbackTransaction(): Promise<void> {
    return refuseTransaction()
  }

  async releaseConnection(): Promise<void> {}

  /** The store is its owner's to close. */
  async destroy(): Promise<void> {}
}

class StoreConnection implements DatabaseConnection {
  readonly #store: Store

  constructor(store: Store) {
    this.#store = store
  }

  executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const { sql, parameters } = query
    const isRead = query.query.kind === 'SelectQueryNode' || query.query.kind === 'RawNode'
    const result = isRead
      ? this.#store.reader.executeQuery(CompiledQuery.raw(sql, [...parameters]))
      : this.#store.write(runAccountsSql, { sql, parameters })
    return result as Promise<QueryResult<Row>>
  }

  // eslint-disable-next-line require-yield
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('The store does not stream to the sign-in library.')
  }
}

async function refuseTransaction(): Promise<never> {
  throw new Error('The sign-in library may hold no transaction.')
}
