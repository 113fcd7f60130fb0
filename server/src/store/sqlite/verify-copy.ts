import Database from 'better-sqlite3'
import { AppError } from '../../domain/app-error.ts'
import { checkLedger, readMigrations } from '../migrate.ts'
import { readFileHeader } from './file-header.ts'
import { isDamage } from './is-damage.ts'
import { applicationId, sqliteMigrationTarget } from './migration-target.ts'
import { readCounts, type Counts } from './read-counts.ts'

export interface VerifiedCopy extends Counts {
  installationId: string
}

/**
 * Reads all of a copy that nobody else uses, and answers with what is in it. Leaves it without a log beside it. Throws
 * `conflict` if it is damaged, not ours, or of a newer version; `name` is what people know the file as.
 */
export async function verifyCopy(copy: string, name: string): Promise<VerifiedCopy> {
  if (readFileHeader(copy) === undefined) throw unusable(name, 'is not an SQLite database')
  let sqlite: Database.Database | undefined
  try {
    sqlite = new Database(copy, { fileMustExist: true })
    // One file that is whole by itself, also on a disk that cannot be written.
    sqlite.pragma('journal_mode = DELETE')
    const verdict = sqlite.pragma('integrity_check(1)', { simple: true })
    if (verdict !== 'ok') throw unusable(name, 'is damaged', verdict)
    if (sqlite.pragma('application_id', { simple: true }) !== applicationId)
      throw unusable(name, 'belongs to another program')
    await checkLedger(sqliteMigrationTarget(sqlite, `The file ${name}`), readMigrations('sqlite'))
    return { ...readCounts(sqlite), installationId: readInstallationId(sqlite, name) }
  } catch (error) {
    if (isDamage(error)) throw unusable(name, 'is damaged', error)
    throw error
  } finally {
    sqlite?.close()
  }
}

function readInstallationId(sqlite: Database.Database, name: string): string {
  const id = sqlite.prepare('SELECT installation_id FROM installation').pluck().get()
  if (typeof id !== 'string') throw unusable(name, 'was never finished by the server that made it')
  return id
}

function unusable(name: string, what: string, cause?: unknown): AppError {
  return new AppError('conflict', `The file ${name} ${what}.`, { cause })
}
