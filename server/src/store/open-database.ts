import { sql } from 'kysely'
import { AppError } from '../domain/app-error.ts'
import { ensureInstallation } from './installation.ts'
import { migrate, readMigrations } from './migrate.ts'
import { openWritingConnection } from './sqlite/connection.ts'
import { createDatabaseFile } from './sqlite/create-file.ts'
import { guardDatabaseFile, markInstallation } from './sqlite/guard-file.ts'
import { openLocalStore } from './sqlite/local-store.ts'
import { sqliteMigrationTarget } from './sqlite/migration-target.ts'
import type { Store } from './store.ts'

/** Where the data is. */
export interface DatabasePlace {
  dataDir: string
  database:
    { engine: 'sqlite'; file: string } | { engine: 'postgres'; url: string; asyncCommit: 'refuse' | 'allow' }
}

type PostgresPlace = Extract<DatabasePlace['database'], { engine: 'postgres' }>

const poolConnections = 10

/**
 * Opens the database for reads and short writes in this thread, migrated and with its installation row.
 * Refuses with one sentence what is visibly damaged, foreign, newer or unreachable, and leaves it as it was.
 */
export async function openDatabase({ dataDir, database }: DatabasePlace, now: number): Promise<Store> {
  if (database.engine === 'postgres') return openPostgres(database, now)
  guardDatabaseFile(dataDir, database.file)
  createDatabaseFile(database.file)
  const { sqlite } = openWritingConnection(database.file)
  try {
    await migrate(sqliteMigrationTarget(sqlite), readMigrations('sqlite'), now)
  } finally {
    sqlite.close()
  }
  const store = openLocalStore(database.file)
  const { installationId } = await ensureInstallation(store, now)
  markInstallation(dataDir, installationId)
  return store
}

async function openPostgres({ url, asyncCommit }: PostgresPlace, now: number): Promise<Store> {
  // What the other engine alone needs is not loaded on SQLite.
  const { openPool, openPostgresStore } = await import('./postgres/connection.ts')
  const { refuseAsyncCommit } = await import('./postgres/refuse-async-commit.ts')
  const { postgresMigrationTarget } = await import('./postgres/migration-target.ts')
  const pool = openPool(url, poolConnections)
  const store = openPostgresStore(pool)
  try {
    // Through the store: one that was never asked anything leaves the pool open, and the process waits for it.
    await sql`SELECT 1`.execute(store.reader).catch(refuseUnreachable)
    if (asyncCommit === 'refuse') await refuseAsyncCommit(pool)
    await migrate(postgresMigrationTarget(pool), readMigrations('postgres'), now)
    await ensureInstallation(store, now)
    return store
  } catch (error) {
    await store.close()
    throw error
  }
}

function refuseUnreachable(cause: unknown): never {
  const why = cause instanceof Error && cause.message !== '' ? ` (${cause.message})` : ''
  throw new AppError('unavailable', `The PostgreSQL server in MISHAP_DATABASE_URL cannot be used${why}.`, {
    cause,
  })
}
