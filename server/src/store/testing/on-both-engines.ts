import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PostgresPool } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, onTestFinished } from 'vitest'
import { migrate, readMigrations, type MigrationTarget } from '../migrate.ts'
import { openPool, openPostgresStore } from '../postgres/connection.ts'
import { postgresMigrationTarget } from '../postgres/migration-target.ts'
import { openWritingConnection } from '../sqlite/connection.ts'
import { openLocalStore } from '../sqlite/local-store.ts'
import { sqliteMigrationTarget } from '../sqlite/migration-target.ts'
import type { Store } from '../store.ts'
import { openPglitePool } from './pglite-pool.ts'

/** A database without any table, and both ways to it. */
export interface EmptyDatabase {
  store: Store
  target: MigrationTarget
}

const startTimeoutMs = 60_000

/**
 * Describes the same facts for every engine: SQLite in a temporary file, PostgreSQL in this process, and a real
 * PostgreSQL server where `MISHAP_TEST_POSTGRES_URL` names one. `open` gives an empty, migrated store, one a test.
 */
export function onBothEngines(specify: (open: () => Promise<Store>) => void): void {
  onEmptyDatabases((openEmpty) =>
    specify(async () => {
      const { store, target } = await openEmpty()
      await migrate(target, readMigrations(store.dialect.engine), 0)
      return store
    }),
  )
}

/** The same before any migration. */
export function onEmptyDatabases(specify: (openEmpty: () => Promise<EmptyDatabase>) => void): void {
  describe('on SQLite', () => specify(openTemporarySqlite))
  describe('on PostgreSQL in process', () => specify(emptiedBefore(openPglitePool)))
  const url = process.env['MISHAP_TEST_POSTGRES_URL']
  if (url !== undefined)
    describe('on a PostgreSQL server', () => specify(emptiedBefore(() => openDatabaseOn(url))))
}

async function openTemporarySqlite(): Promise<EmptyDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'mishap-store-'))
  const file = join(folder, 'mishap.db')
  const { sqlite } = openWritingConnection(file)
  const store = openLocalStore(file)
  onTestFinished(async () => {
    sqlite.close()
    await store.close()
    rmSync(folder, { recursive: true })
  })
  return { store, target: sqliteMigrationTarget(sqlite) }
}

/** Starting PostgreSQL takes seconds, so a file's tests share one; each begins with an empty schema. */
function emptiedBefore(openShared: () => Promise<PostgresPool>): () => Promise<EmptyDatabase> {
  let pool: PostgresPool | undefined
  beforeAll(async () => {
    pool = await openShared()
  }, startTimeoutMs)
  afterAll(() => pool?.end())
  return async () => {
    if (pool === undefined) throw new Error('The store is opened outside a test.')
    const client = await pool.connect()
    await client.query('DROP SCHEMA public CASCADE', [])
    await client.query('CREATE SCHEMA public', [])
    client.release()
    return { store: openPostgresStore(pool), target: postgresMigrationTarget(pool) }
  }
}

async function openDatabaseOn(url: string): Promise<PostgresPool> {
  const name = `mishap_test_${randomUUID().replaceAll('-', '')}`
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  await admin.query(`CREATE DATABASE ${name}`)
  const own = new URL(url)
  own.pathname = `/${name}`
  const pool = openPool(own.href, 4)
  const drop = async (): Promise<void> => {
    await pool.end()
    await admin.query(`DROP DATABASE ${name}`)
    await admin.end()
  }
  return { connect: () => pool.connect(), end: drop }
}
