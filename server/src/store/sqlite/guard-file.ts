import Database from 'better-sqlite3'
import { accessSync, constants, existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { AppError } from '../../domain/app-error.ts'
import { hasLog } from './clean-mark.ts'
import { readFileHeader } from './file-header.ts'
import { isDamage } from './is-damage.ts'
import { applicationId } from './migration-target.ts'

const markerName = 'installation.json'
/** What people can do who are left with a file that is of no use. */
const restoreHint =
  'Restore a backup with "npx mishap restore FILE --replace", or move the file away; it was left as it is.'

/**
 * Refuses a database file that is not ours or visibly not whole, before anything is written; its pages are not read.
 * SQLite itself opens an empty file as a new database, so without the marker beside it a truncated file would become
 * a silent fresh start.
 */
export function guardDatabaseFile(dataDir: string, file: string): void {
  prepareDataDir(dataDir)
  if (!existsSync(file)) return refuseLost(dataDir, file)
  refuseUnwritable(file)
  const stats = statSync(file)
  if (!stats.isFile()) throw refusal(`The database file ${file} is not a file.`)
  if (stats.size === 0) throw refusal(`The database file ${file} is empty (0 bytes).`)
  refuseTruncated(file)
  refuseDamagedOrForeign(file)
}

/** The refusal of a file in whose pages something is wrong. */
export function damaged(file: string, cause?: unknown): AppError {
  return refusal(`The database file ${file} is damaged.`, cause)
}

/** Says that a database was made here, so that its loss is noticed. */
export function markInstallation(dataDir: string, installationId: string): void {
  const marker = join(dataDir, markerName)
  if (existsSync(marker)) return
  writeFileSync(marker, `${JSON.stringify({ installationId })}\n`, { mode: 0o600 })
}

/** Says that another one is here from now on. */
export function remarkInstallation(dataDir: string, installationId: string): void {
  rmSync(join(dataDir, markerName), { force: true })
  markInstallation(dataDir, installationId)
}

/** Makes the data directory where there is none; refuses one that cannot be written. */
export function prepareDataDir(dataDir: string): void {
  try {
    makeFolder(dataDir)
    accessSync(dataDir, constants.W_OK | constants.X_OK)
  } catch (cause) {
    throw new AppError(
      'unavailable',
      `The data directory ${dataDir} cannot be written: give it to the user who runs Mishap, or set MISHAP_DATA_DIR.`,
      { cause },
    )
  }
}

/** Not `recursive`: where a folder cannot be made though its parent is there, as in /proc, Node 20 tries for ever. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  makeFolder(dirname(folder))
  mkdirSync(folder, { mode: 0o700 })
}

function refuseLost(dataDir: string, file: string): void {
  if (!existsSync(join(dataDir, markerName))) return
  throw new AppError(
    'conflict',
    `The database file ${file} is gone, though one was made here. Restore a backup, or remove ${join(dataDir, markerName)} to start empty.`,
  )
}

function refuseUnwritable(file: string): void {
  try {
    accessSync(file, constants.R_OK | constants.W_OK)
  } catch (cause) {
    throw new AppError('unavailable', `The database file ${file} cannot be read and written.`, { cause })
  }
}

/** With a log beside it, the end of the file may be there alone. */
function refuseTruncated(file: string): void {
  const header = readFileHeader(file)
  if (header === undefined) throw refusal(`The file ${file} is not an SQLite database.`)
  const { bytes, expectedBytes = bytes } = header
  if (bytes < expectedBytes && !hasLog(file))
    throw refusal(
      `The database file ${file} is damaged: ${expectedBytes - bytes} bytes of its end are missing.`,
    )
}

function refuseDamagedOrForeign(file: string): void {
  let sqlite: Database.Database | undefined
  try {
    sqlite = new Database(file, { readonly: true, fileMustExist: true })
    const tables = sqlite.prepare("SELECT count(*) FROM sqlite_schema WHERE type = 'table'").pluck().get()
    const isOurs = sqlite.pragma('application_id', { simple: true }) === applicationId
    if (tables !== 0 && !isOurs) throw refusal(`The database file ${file} belongs to another program.`)
  } catch (error) {
    if (isDamage(error)) throw damaged(file, error)
    if (error instanceof Database.SqliteError) throw unusable(file, error)
    throw error
  } finally {
    sqlite?.close()
  }
}

function unusable(file: string, cause: Error): AppError {
  return new AppError('unavailable', `The database file ${file} cannot be used (${cause.message}).`, {
    cause,
  })
}

function refusal(what: string, cause?: unknown): AppError {
  return new AppError('conflict', `${what} ${restoreHint}`, { cause })
}
