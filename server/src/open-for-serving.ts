import { join } from 'node:path'
import { ensureAdmin } from './accounts/first-account.ts'
import type { Config } from './config/config.ts'
import { startDigestThread, type DigestThread } from './digest-thread.ts'
import { openDatabase } from './store/open-database.ts'
import { prepareDataDir } from './store/sqlite/guard-file.ts'
import { takeServerLock } from './store/sqlite/server-lock.ts'

/** The database with its digest worker, until it is released. */
export interface Serving extends Omit<DigestThread, 'stop'> {
  /** Lets the worker finish what waits, closes the database and gives up the lock. */
  release(): Promise<void>
}

/** Brings the database to this version and starts its digest worker, for the one server that may. */
export async function openForServing(config: Config): Promise<Serving> {
  // Before anything else: a second server must not even migrate under the first.
  const lock = config.database.engine === 'sqlite' ? lockDataDir(config.dataDir) : undefined
  try {
    await prepareDatabase(config)
    const { stop, ...thread } = await startDigestThread(config)
    return {
      ...thread,
      async release() {
        await stop()
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
