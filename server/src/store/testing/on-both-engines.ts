import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PostgresPool } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, onTestFinished } from 'vitest'
import { migrate, readMigrations } from '../migrate.ts'
import { openPool, openPostgresStore } from '../postgres/connection.ts'
import { postgresMigrationTarget } from '../postgres/migration-target.ts'
import { openWritingConnection } from '../sqlite/connection.ts'
import { openLocalStore } from '../sqlite/local-store.ts'
import { sqliteMigrationTarget } from '../sqlite/migration-target.ts'
import type { Store } from '../store.ts'
import { openPglitePool } from './pglite-pool.ts'

type Open = () => Promise<Store>

const startTimeoutMs = 60_000

/**
 * Describes the same facts for every engine: SQLite in a temporary file, PostgreSQL in this process, and a real
 * PostgreSQL server where `MISHAP_TEST_POSTGRES_URL` names one. `open` gives an empty, migrated store, one a test.
 */
export function onBothEngines(specify: (open: Open) => void): void {
  describe('on SQLite', () => specify(openTemporarySqlite))
  describe('on PostgreSQL in process', () => specify(emptiedBefore(openPglitePool)))
  const url = process.env['MISHAP_TEST_POSTGRES_URL']
  if (url !== undefined)
    describe('on a PostgreSQL server', () => specify(emptiedBefore(() => openDatabaseOn(url))))
}

async function openTemporarySqlite(): Promise<Store> {
  const folder = mkdtempSync(join(tmpdir(), 'mishap-store-'))
  const file = join(folder, 'mishap.db')
  const { sqlite } = openWritingConnection(file)
  await migrate(sqliteMigrationTarget(sqlite), readMigrations('sqlite'), 0)
  sqlite.close()
  const store = openLocalStore(file)
  onTestFinished(async () => {
    await store.close()
    rmSync(folder, { recursive: true })
  })
  return store
}

/** Starting PostgreSQL takes seconds, so a file's tests share one; each begins with an empty schema. */
function emptiedBefore(openShared: () => Promise<PostgresPool>): Open {
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
    await migrate(postgresMigrationTarget(pool), readMigrations('postgres'), 0)
    return openPostgresStore(pool)
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
