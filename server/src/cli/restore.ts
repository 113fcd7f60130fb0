import { copyFileSync, existsSync, renameSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Config } from '../config/config.ts'
import { AppError } from '../domain/app-error.ts'
import { readSpace } from '../disk-guard/read-space.ts'
import { hasLog, removeCleanMark, writeCleanMark } from '../store/sqlite/clean-mark.ts'
import { prepareDataDir, remarkInstallation } from '../store/sqlite/guard-file.ts'
import { takeServerLock } from '../store/sqlite/server-lock.ts'
import { verifyCopy, type VerifiedCopy } from '../store/sqlite/verify-copy.ts'
import { describeBytes, describeCounts } from './describe-data.ts'
import { moveAside } from './move-aside.ts'
import { refuseOtherChecksum } from './refuse-other-checksum.ts'
import { syncPath } from './sync-path.ts'
import { withPartial } from './with-partial.ts'

export interface RestoreOptions {
  replace?: boolean
  json?: boolean
}

/** Puts the data of a backup in place, after all of it was read; answers with what is printed. */
export async function restoreCommand(
  config: Config,
  path: string,
  { replace = false, json }: RestoreOptions,
): Promise<string> {
  const fromMs = performance.now()
  const backup = resolve(path)
  const { dataDir, file } = placeOf(config)
  await refuseUnusable(backup)
  prepareDataDir(dataDir)
  const lock = lockFor(dataDir)
  try {
    const isThere = existsSync(file)
    if (isThere && !replace) throw overwriting(file)
    await refuseWithoutRoom(dataDir, backup)
    const { movedAside, ...found } = await withPartial(`${file}.restoring`, (partial) =>
      putInPlace({ backup, partial, dataDir, file }),
    )
    const seconds = Math.round((performance.now() - fromMs) / 100) / 10
    const done = { file, bytes: statSync(file).size, ...found, seconds, movedAside }
    return json ? JSON.stringify(done) : describe(backup, done)
  } finally {
    lock.release()
  }
}

interface Places {
  backup: string
  partial: string
  dataDir: string
  file: string
}

/** The old file goes only when the new one is known to be whole; whenever this is cut off, one of them is there. */
async function putInPlace({ backup, partial, dataDir, file }: Places) {
  copyFileSync(backup, partial)
  const { installationId, ...counts } = await verifyCopy(partial, backup)
  syncPath(partial)
  const movedAside = moveAside(file, new Date())
  removeCleanMark(file)
  renameSync(partial, file)
  syncPath(dataDir)
  remarkInstallation(dataDir, installationId)
  writeCleanMark(file)
  return { ...counts, movedAside }
}

function placeOf({ database, dataDir }: Config): { dataDir: string; file: string } {
  if (database.engine === 'sqlite') return { dataDir, file: database.file }
  throw new AppError(
    'unsupported',
    'The data is in PostgreSQL. Restore it with: pg_restore --clean --if-exists --dbname="$MISHAP_DATABASE_URL" FILE',
  )
}

async function refuseUnusable(backup: string): Promise<void> {
  if (!statSync(backup, { throwIfNoEntry: false })?.isFile())
    throw new AppError('not_found', `There is no file ${backup}.`)
  if (hasLog(backup))
    throw new AppError('conflict', `${backup} has a log beside it: it is a database in use, and no backup.`)
  await refuseOtherChecksum(backup)
}

function lockFor(dataDir: string): { release(): void } {
  try {
    return takeServerLock(join(dataDir, 'server.lock'))
  } catch (cause) {
    if (!(cause instanceof AppError) || cause.code !== 'conflict') throw cause
    throw new AppError('conflict', `A Mishap server runs on ${dataDir}. Stop it, then restore.`, { cause })
  }
}

function overwriting(file: string): AppError {
  return new AppError(
    'conflict',
    `There is a database already, ${file}. With --replace it is moved aside, and the backup takes its place.`,
  )
}

async function refuseWithoutRoom(dataDir: string, backup: string): Promise<void> {
  const needed = statSync(backup).size
  const { freeBytes } = await readSpace(dataDir)
  if (freeBytes >= needed) return
  throw new AppError(
    'too_large',
    `Restoring to ${dataDir} needs ${describeBytes(needed)} free. There are ${describeBytes(freeBytes)}.`,
  )
}

type Done = Omit<VerifiedCopy, 'installationId'> & {
  file: string
  bytes: number
  seconds: number
  movedAside: string | null
}

function describe(backup: string, { file, bytes, seconds, movedAside, ...counts }: Done): string {
  const aside = movedAside === null ? '' : `\nWhat was there before is ${movedAside}.`
  return (
    `Restored ${backup} to ${dirname(file)}: ${describeCounts(counts)}, ${describeBytes(bytes)}, in ${seconds} s. ` +
    `All of it was read.${aside}`
  )
}
