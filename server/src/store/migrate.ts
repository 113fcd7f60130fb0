import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { AppError } from '../domain/app-error.ts'

/** One file of `migrations/<engine>/`. */
export interface Migration {
  name: string
  sql: string
  sha256: string
}

/** What the runner needs of an engine. */
export interface MigrationTarget {
  /** Begins the sentences that are said of it. */
  name: string
  /** Applied migrations in the order of their names; creates the ledger when there is none. */
  readLedger(): Promise<{ name: string; sha256: string }[]>
  /** Runs the file and writes its ledger row in one transaction. Does nothing if another process was first. */
  apply(migration: Migration, appliedAt: number): Promise<void>
}

export function readMigrations(engine: 'sqlite' | 'postgres'): Migration[] {
  const folder = fileURLToPath(new URL(`../../../migrations/${engine}/`, import.meta.url))
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'))
  return names.toSorted().map((name) => {
    const sql = readFileSync(folder + name, 'utf8')
    return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') }
  })
}

/** Brings the schema up to date. Forward only: a schema that this version does not know stops it. */
export async function migrate(target: MigrationTarget, migrations: Migration[], now: number): Promise<void> {
  const applied = await checkLedger(target, migrations)
  for (const migration of migrations) {
    if (!applied.has(migration.name)) await target.apply(migration, now)
  }
}

/** The applied migrations by name, with their hashes. Throws `conflict` if this version does not know them all. */
export async function checkLedger(
  target: MigrationTarget,
  migrations: Migration[],
): Promise<Map<string, string>> {
  const applied = new Map((await target.readLedger()).map((row) => [row.name, row.sha256]))
  refuseUnknown(target, applied, migrations)
  refuseEdited(applied, migrations)
  return applied
}

function refuseUnknown(
  { name }: MigrationTarget,
  applied: Map<string, string>,
  migrations: Migration[],
): void {
  const known = new Set(migrations.map((migration) => migration.name))
  const unknown = [...applied.keys()].find((migration) => !known.has(migration))
  if (unknown === undefined) return
  throw new AppError(
    'conflict',
    `${name} was written by a newer Mishap (it has ${unknown}). Start that version or a newer one, or restore a backup.`,
  )
}

function refuseEdited(applied: Map<string, string>, migrations: Migration[]): void {
  const edited = migrations.find(({ name, sha256 }) => (applied.get(name) ?? sha256) !== sha256)
  if (edited === undefined) return
  throw new AppError(
    'conflict',
    `The migration ${edited.name} is not the one that the database was made with. Install an unchanged release of Mishap.`,
  )
}
