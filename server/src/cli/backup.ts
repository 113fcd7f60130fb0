import { accessSync, constants, existsSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { setPriority } from 'node:os'
import { basename, dirname, resolve } from 'node:path'
import type { Config } from '../config/config.ts'
import { AppError } from '../domain/app-error.ts'
import { lowWaterOf } from '../domain/disk/decide-disk.ts'
import { readSpace } from '../disk-guard/read-space.ts'
import { copySnapshot } from '../store/sqlite/copy-snapshot.ts'
import type { Counts } from '../store/sqlite/read-counts.ts'
import { verifyCopy } from '../store/sqlite/verify-copy.ts'
import { describeBytes, describeCounts } from './describe-data.ts'
import { hashFile } from './hash-file.ts'
import { syncPath } from './sync-path.ts'
import { withPartial } from './with-partial.ts'

export interface BackupOptions {
  json?: boolean
}

const lowPriority = 10

/** Writes a verified copy of the database and its checksum; answers with what is printed. */
export async function backupCommand(config: Config, path: string, { json }: BackupOptions): Promise<string> {
  const fromMs = performance.now()
  // What runs beside it comes first.
  setPriority(lowPriority)
  const source = fileOf(config)
  const file = resolve(path)
  refuseExisting(file)
  await refuseWithoutRoom(config, source, file)
  const { counts, sha256 } = await withPartial(`${file}.partial`, async (partial) => {
    const made = await copyAndVerify(source, partial)
    refuseExisting(file)
    renameSync(partial, file)
    return made
  })
  writeFileSync(`${file}.sha256`, `${sha256}  ${basename(file)}\n`)
  syncPath(`${file}.sha256`)
  syncPath(dirname(file))
  const seconds = Math.round((performance.now() - fromMs) / 100) / 10
  const done = { file, bytes: statSync(file).size, sha256, ...counts, seconds }
  return json ? JSON.stringify(done) : describe(done)
}

function fileOf({ database, dataDir }: Config): string {
  if (database.engine === 'postgres')
    throw new AppError(
      'unsupported',
      'The data is in PostgreSQL. Back it up with: pg_dump --format=custom --file=FILE "$MISHAP_DATABASE_URL"',
    )
  if (!existsSync(database.file))
    throw new AppError('not_found', `There is no database in ${dataDir}. Set MISHAP_DATA_DIR to where it is.`)
  return database.file
}

function refuseExisting(file: string): void {
  for (const path of [file, `${file}.sha256`])
    if (existsSync(path)) throw new AppError('conflict', `${path} is there already. Choose another name.`)
}

/** On the disk of the server, also as much as it must have free to go on taking events. */
async function refuseWithoutRoom({ dataDir, disk }: Config, source: string, file: string): Promise<void> {
  const folder = dirname(file)
  refuseUnwritable(folder)
  const space = await readSpace(folder)
  const isSameDisk = statSync(folder).dev === statSync(dataDir).dev
  const needed = statSync(source).size + sizeOfLog(source) + (isSameDisk ? lowWaterOf(disk, space) : 0)
  if (space.freeBytes >= needed) return
  throw new AppError(
    'too_large',
    `A backup in ${folder} needs ${describeBytes(needed)} free${isSameDisk ? ', with what the server needs to go on' : ''}. ` +
      `There are ${describeBytes(space.freeBytes)}.`,
  )
}

function refuseUnwritable(folder: string): void {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK)
  } catch (cause) {
    throw new AppError('not_found', `There is no folder ${folder}, or it cannot be written.`, { cause })
  }
}

function sizeOfLog(source: string): number {
  return statSync(`${source}-wal`, { throwIfNoEntry: false })?.size ?? 0
}

async function copyAndVerify(source: string, partial: string): Promise<{ counts: Counts; sha256: string }> {
  const counts = await copySnapshot(source, partial)
  const { projects, issues, events } = await verifyCopy(partial, source)
  if (projects !== counts.projects || issues !== counts.issues || events !== counts.events)
    throw new AppError(
      'internal',
      `The copy has other counts than the database: ${describeCounts(counts)} there.`,
    )
  syncPath(partial)
  return { counts, sha256: await hashFile(partial) }
}

function describe({
  file,
  bytes,
  seconds,
  ...counts
}: Counts & { file: string; bytes: number; seconds: number }) {
  return (
    `Backed up to ${file}: ${describeCounts(counts)}, ${describeBytes(bytes)}, in ${seconds} s.\n` +
    `All of it was read again. Its checksum is in ${file}.sha256.`
  )
}
