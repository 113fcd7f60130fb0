import { join } from 'node:path'
import type { Worker } from 'node:worker_threads'
import type { Logger } from 'pino'
import { ensureAdmin } from './accounts/first-account.ts'
import type { Config } from './config/config.ts'
import { startDigestThread, type DigestThread } from './digest-thread.ts'
import type { DiskGuard } from './disk-guard/disk-guard.ts'
import { guardDisk } from './guard-disk.ts'
import { openDatabaseFile } from './open-database-file.ts'
import { openDatabase } from './store/open-database.ts'
import { prepareDataDir } from './store/sqlite/guard-file.ts'
import { takeServerLock } from './store/sqlite/server-lock.ts'

/** The database with its digest worker, until it is released. */
export interface Serving extends Omit<DigestThread, 'stop'> {
  disk: DiskGuard
  /** Lets the worker finish what waits, closes the database and gives up the lock. */
  release(): Promise<void>
}

/** Brings the database to this version and starts its digest worker, for the one server that may. */
export async function openForServing(
  config: Config,
  { worker, logger }: { worker: Worker; logger: Logger },
): Promise<Serving> {
  const { dataDir, database } = config
  // Before anything else: a second server must not even migrate under the first.
  const lock = database.engine === 'sqlite' ? lockDataDir(dataDir) : undefined
  try {
    const file =
      database.engine === 'sqlite'
        ? await openDatabaseFile({ dataDir, file: database.file }, logger)
        : undefined
    await prepareDatabase(config)
    const disk = await guardDisk(config, logger)
    const { stop, died, ...thread } = await startDigestThread(config, {
      worker,
      tellFull: () => void disk.noteFull(),
    })
    return {
      ...thread,
      disk,
      died: file === undefined ? died : Promise.race([died, file.damaged]),
      async release() {
        await stop()
        await file?.leave()
        lock?.release()
      },
    }
  } catch (error) {
    lock?.release()
    throw error
  }
}

function lockDataDir(dataDir: string): { release(): void } {
  prepareDataDir(dataDir)
  return takeServerLock(join(dataDir, 'server.lock'))
}

/** Everything that must be written before others may read: schema, installation, first account. */
async function prepareDatabase(config: Config): Promise<void> {
  const now = Date.now()
  const store = await openDatabase(config, now)
  try {
    await ensureAdmin(store, config.admin, now)
  } finally {
    await store.close()
  }
}
