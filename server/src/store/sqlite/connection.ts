import Database from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import type { Schema } from '../schema.ts'
import type { Reader, Tx } from '../store.ts'
import { sqliteBulk } from './bulk.ts'
import { withKeptStatements } from './kept-statements.ts'

const busyTimeoutMs = 5_000
const cacheKib = 32 * 1024
/** The log is cut back to this after a checkpoint; without it one burst would hold its disk space for ever. */
const journalSizeLimitBytes = 64 * 1024 * 1024

/** The one connection that may write, and the handle for what runs inside its transactions. */
export interface WritingConnection {
  sqlite: Database.Database
  tx: Tx
  /** Hears of each failed write, before whoever asked for it. */
  onFailure?: (error: unknown) => void
}

export function openWritingConnection(file: string): WritingConnection {
  const sqlite = new Database(file, { timeout: busyTimeoutMs })
  sqlite.pragma('journal_mode = WAL')
  // In WAL mode only FULL syncs the log at each commit: an acknowledged event survives power loss.
  sqlite.pragma('synchronous = FULL')
  sqlite.pragma('foreign_keys = ON')
  sqlite.pragma(`cache_size = -${cacheKib}`)
  sqlite.pragma(`journal_size_limit = ${journalSizeLimitBytes}`)
  return { sqlite, tx: asTx(sqlite) }
}

export function openReadingConnection(file: string): { sqlite: Database.Database; reader: Reader } {
  const sqlite = new Database(file, { readonly: true, fileMustExist: true, timeout: busyTimeoutMs })
  return { sqlite, reader: kyselyOn(sqlite) }
}

/** Runs `work` in a transaction. The caller sees to it that only one runs at a time. */
export async function inTransaction<Result>(
  { sqlite, tx, onFailure }: WritingConnection,
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  sqlite.exec('BEGIN IMMEDIATE')
  try {
    const result = await work(tx)
    sqlite.exec('COMMIT')
    return result
  } catch (error) {
    onFailure?.(error)
    // A failed COMMIT or a full disk may have rolled back already.
    if (sqlite.inTransaction) sqlite.exec('ROLLBACK')
    throw error
  }
}

/** Inside a transaction: what `work` wrote is undone alone when it throws. */
export async function inSavepoint<Result>(
  { sqlite, tx, onFailure }: WritingConnection,
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  sqlite.exec('SAVEPOINT unit')
  try {
    const result = await work(tx)
    sqlite.exec('RELEASE unit')
    return result
  } catch (error) {
    onFailure?.(error)
    if (sqlite.inTransaction) sqlite.exec('ROLLBACK TO unit; RELEASE unit')
    throw error
  }
}

function kyselyOn(database: Database.Database): Kysely<Schema> {
  return new Kysely<Schema>({ dialect: new SqliteDialect({ database: withKeptStatements(database) }) })
}

/** Every use of the handle lies between BEGIN and COMMIT, which the functions above see to. */
function asTx(sqlite: Database.Database): Tx {
  return Object.assign(kyselyOn(sqlite), { inTransaction: true as const, bulk: sqliteBulk(sqlite) })
}
