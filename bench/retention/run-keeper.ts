import { createStorageKeeper } from '../../server/src/storage/keeper.ts'
import { defaultStorageSettings } from '../../server/src/domain/storage/index.ts'
import { openLocalStore } from '../../server/src/store/sqlite/local-store.ts'
import type { Store } from '../../server/src/store/store.ts'
import { openReadingConnection } from '../../server/src/store/sqlite/connection.ts'
import { countRows, type Deletion } from './deletion.ts'

/** Lets the server's keeper delete what is too old, in this process and without its pauses. */
export async function runKeeper(file: string, eventDays: number, nowMs: number): Promise<Deletion> {
  const { sqlite } = openReadingConnection(file)
  const before = countRows(sqlite)
  const holds: number[] = []
  const store = timed(openLocalStore(file), holds)
  const keeper = createStorageKeeper({
    store,
    storageOf: () => ({ ...defaultStorageSettings, eventDays }),
    now: () => nowMs,
    clock: performance.now.bind(performance),
    pause: () => Promise.resolve(),
    logger: { warn: () => undefined },
  })
  const cpu = process.cpuUsage()
  await keeper.run()
  const { user, system } = process.cpuUsage(cpu)
  await store.close()
  const deleted = before - countRows(sqlite)
  sqlite.close()
  return { deleted, cpuUs: (user + system) / deleted, holds }
}

/** Nothing else writes here, so that a write takes as long as it holds the writer. */
function timed(store: Store, holds: number[]): Store {
  return {
    ...store,
    async write(unit, input) {
      const since = performance.now()
      const output = await store.write(unit, input)
      holds.push(performance.now() - since)
      return output
    },
  }
}
