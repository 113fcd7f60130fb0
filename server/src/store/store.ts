import type { Kysely } from 'kysely'
import type { Bulk } from './bulk/statements.ts'
import type { Schema } from './schema.ts'
import type { SearchDialect } from './search/search-dialect.ts'
import type { SpaceDialect } from './storage/file-space.ts'

/** A handle for reading: what it is given it must not change. On SQLite the connection is read-only. */
export type Reader = Kysely<Schema>

/** A handle inside the transaction of a unit or a batch. Only who holds one may write. */
export type Tx = Kysely<Schema> & { readonly inTransaction: true; readonly bulk: Bulk }

/** What one text cannot say on both engines. */
export interface Dialect {
  readonly engine: 'sqlite' | 'postgres'
  /**
   * Until the transaction ends, no other transaction records events of this project or triages its issues.
   * SQLite has one writer, so it has nothing to do there.
   */
  lockProject(tx: Tx, projectId: number): Promise<void>
  readonly search: SearchDialect
  readonly space: SpaceDialect
}

/**
 * One short write that leaves a consistent world. It reads and writes through `tx` alone, takes times and random
 * values as input, and awaits nothing but `tx`, since the only writing connection waits for it.
 * Input and result are structured-clonable: on SQLite they cross to the writer's thread.
 */
export interface Unit<Input, Output> {
  readonly name: string
  run(tx: Tx, input: Input, dialect: Dialect): Promise<Output>
}

export function defineUnit<Input, Output>(
  name: string,
  run: (tx: Tx, input: Input, dialect: Dialect) => Promise<Output>,
): Unit<Input, Output> {
  return { name, run }
}

/**
 * A read that may take long: on SQLite, where it would hold up the server's thread, another one runs it. Between its
 * statements it lets others have a turn. Input and result are structured-clonable.
 */
export interface Query<Input, Output> {
  readonly name: string
  run(reader: Reader, input: Input, dialect: Dialect): Promise<Output>
}

export function defineQuery<Input, Output>(
  name: string,
  run: (reader: Reader, input: Input, dialect: Dialect) => Promise<Output>,
): Query<Input, Output> {
  return { name, run }
}

export interface Store {
  /** For reads that take a millisecond or two. */
  readonly reader: Reader
  readonly dialect: Dialect
  /** For all others. An `AppError` thrown inside arrives as one. */
  query<Input, Output>(query: Query<Input, Output>, input: Input): Promise<Output>
  /** Runs the unit in a transaction and resolves after its commit. An `AppError` thrown inside arrives as one. */
  write<Input, Output>(unit: Unit<Input, Output>, input: Input): Promise<Output>
  close(): Promise<void>
}
