import type { Config } from '../config/config.ts'
import { openDatabase } from '../store/open-database.ts'
import type { Store } from '../store/store.ts'

/** Opens the store for one short piece of work, also beside a running server. */
export async function withStore<Result>(
  config: Config,
  work: (store: Store, now: number) => Promise<Result>,
): Promise<Result> {
  const now = Date.now()
  const store = await openDatabase(config, now)
  try {
    return await work(store, now)
  } finally {
    await store.close()
  }
}
