import { existsSync } from 'node:fs'
import type { Config } from '../config/config.ts'
import { openDatabase } from '../store/open-database.ts'
import { isAsLeft, writeCleanMark } from '../store/sqlite/clean-mark.ts'
import type { Store } from '../store/store.ts'

/** Opens the store for one short piece of work, also beside a running server. */
export async function withStore<Result>(
  config: Config,
  work: (store: Store, now: number) => Promise<Result>,
): Promise<Result> {
  const now = Date.now()
  const { database } = config
  const isWhole = database.engine === 'sqlite' && (isAsLeft(database.file) || !existsSync(database.file))
  const store = await openDatabase(config, now)
  try {
    return await work(store, now)
  } finally {
    await store.close()
    // So that the next start need not read all of what only we have changed since.
    if (isWhole) writeCleanMark(database.file)
  }
}
